package io.chengyun.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.access.CrossSiteRules.Asked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "something-new"})
    void aChangeFromAnotherSiteIsRefused(String site) {
        assertThat(CrossSiteRules.refusal(post(site, null))).contains(AccessRefusal.CROSS_SITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void aChangeFromOurOwnPagesPasses(String site) {
        assertThat(CrossSiteRules.refusal(post(site, "http://console.test:5173")))
                .isEmpty();
    }

    @Test
    void readingFromAnotherSiteIsLeftToTheCookie() {
        var asked = new Asked("GET", "cross-site", "https://evil.test", "city.test", null);

        assertThat(CrossSiteRules.refusal(asked)).isEmpty();
        assertThat(CrossSiteRules.refusalOfContent(asked)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.test", "null", "http://city.test:8081", "http://city.test.evil.test:8080", ":::"})
    void aBrowserThatTellsOnlyItsOriginIsJudgedByIt(String origin) {
        assertThat(CrossSiteRules.refusal(post(null, origin))).contains(AccessRefusal.CROSS_SITE);
    }

    @Test
    void ourOwnOriginPassesAndSoDoesADeviceThatTellsNothing() {
        assertThat(CrossSiteRules.refusal(post(null, "http://city.test:8080"))).isEmpty();
        assertThat(CrossSiteRules.refusal(post(null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/plain; application/json"})
    void aBodyThatAFormCouldSendIsRefused(String contentType) {
        assertThat(CrossSiteRules.refusalOfContent(body(contentType))).contains(AccessRefusal.WRONG_CONTENT_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8", "multipart/form-data; boundary=x"})
    void jsonAndFilesPass(String contentType) {
        assertThat(CrossSiteRules.refusalOfContent(body(contentType))).isEmpty();
    }

    @Test
    void aChangeWithoutABodyPasses() {
        assertThat(CrossSiteRules.refusalOfContent(post("same-origin", null))).isEmpty();
    }

    private static Asked post(@Nullable String site, @Nullable String origin) {
        return new Asked("POST", site, origin, "city.test:8080", null);
    }

    private static Asked body(String contentType) {
        return new Asked("POST", "same-origin", null, "city.test:8080", contentType);
    }
}
