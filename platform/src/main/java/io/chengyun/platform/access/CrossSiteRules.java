package io.chengyun.platform.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether a change was asked for by our own pages or by another site behind the caller's back (跨站请求). */
final class CrossSiteRules {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OUR_SITES = Set.of("same-origin", "none");

    private CrossSiteRules() {}

    /**
     * What a browser says of a request.
     *
     * @param site header {@code Sec-Fetch-Site}, which no page can forge
     * @param origin header {@code Origin}
     * @param host header {@code Host}, which origin must name where {@code site} is not told
     * @param contentType null when there is no body
     */
    record Asked(
            String method,
            @Nullable String site,
            @Nullable String origin,
            @Nullable String host,
            @Nullable String contentType) {}

    static Optional<AccessRefusal> refusal(Asked asked) {
        if (SAFE.contains(asked.method())) {
            return Optional.empty();
        }
        if (!fromOurSite(asked)) {
            return Optional.of(AccessRefusal.CROSS_SITE);
        }
        return Optional.empty();
    }

    /** A form can be sent from any site without asking; JSON cannot, and multipart only together with an origin. */
    static Optional<AccessRefusal> refusalOfContent(Asked asked) {
        var type = asked.contentType();
        if (SAFE.contains(asked.method()) || type == null) {
            return Optional.empty();
        }
        var bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean ours = bare.equals("application/json") || bare.equals("multipart/form-data");
        return ours ? Optional.empty() : Optional.of(AccessRefusal.WRONG_CONTENT_TYPE);
    }

    private static boolean fromOurSite(Asked asked) {
        var site = asked.site();
        if (site != null) {
            return OUR_SITES.contains(site);
        }
        var origin = asked.origin();
        return origin == null || authority(origin).equals(Optional.ofNullable(asked.host()));
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return Optional.empty();
        }
    }
}
