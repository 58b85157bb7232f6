package io.chengyun.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Spot;
import io.chengyun.platform.intake.ServiceRequest.Status;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the way of a case does to the request behind it. */
class RequestRulesTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private final RequestRules rules = new RequestRules();

    private static ServiceRequest request(Progress progress) {
        var spot = new Spot(new AreaCode("310112101"), new AreaCode("310112101G03"), 121.4, 31.1, null, null);
        return new ServiceRequest(
                "r-1", Channel.OPEN311, null, new Asked("0506", "水", Map.of(), null), spot, NINE, progress);
    }

    private static Progress progress(Status status, String file, long revision) {
        return new Progress(status, file, "HANDLING", "jd", null, NINE, revision);
    }

    @Test
    void aCaseThatMovesIsProgress() {
        var request = request(Progress.begun(NINE));
        assertThat(rules.onProgress(request, progress(Status.OPEN, "c-1", 1), NINE))
                .hasValueSatisfying(event -> assertThat(event).isInstanceOf(RequestEvent.Progressed.class));
    }

    @Test
    void whenTheWordsAreErasedThePartStays() {
        var whole = request(Progress.begun(NINE));
        var asked = new Asked("P0103", "井盖没了", Map.of(), null, "3101120103000008");
        var pointing = new ServiceRequest("r-2", Channel.HOTLINE, null, asked, whole.spot(), NINE, whole.progress());
        assertThat(pointing.erased().asked()).isEqualTo(new Asked("P0103", "", Map.of(), null, "3101120103000008"));
    }

    @Test
    void whatIsToldTwiceOrLateIsNoNews() {
        var request = request(progress(Status.OPEN, "c-1", 5));
        assertThat(rules.onProgress(request, progress(Status.OPEN, "c-1", 5), NINE))
                .isEmpty();
        assertThat(rules.onProgress(request, progress(Status.CLOSED, "c-1", 4), NINE))
                .isEmpty();
    }

    @Test
    void aCaseThatEndsSettlesItAndOneThatIsReopenedResumesIt() {
        var open = request(progress(Status.OPEN, "c-1", 5));
        assertThat(rules.onProgress(open, progress(Status.CLOSED, "c-1", 6), NINE))
                .hasValueSatisfying(event -> assertThat(event).isInstanceOf(RequestEvent.Settled.class));
        var closed = request(progress(Status.CLOSED, "c-1", 6));
        assertThat(rules.onProgress(closed, progress(Status.OPEN, "c-1", 7), NINE))
                .hasValueSatisfying(event -> assertThat(event).isInstanceOf(RequestEvent.Resumed.class));
    }

    @Test
    void anotherCaseCountsFromItsOwnBeginning() {
        var request = request(progress(Status.OPEN, "c-1", 9));
        assertThat(rules.onProgress(request, progress(Status.OPEN, "c-2", 2), NINE))
                .isPresent();
    }
}
