package io.chengyun.platform.casework.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.intake.RequestEvent;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Spot;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A part that was there when somebody asked and is not when the case is opened. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class VanishedPartTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    @Autowired
    RequestFollower follower;

    @Autowired
    Casework casework;

    @Test
    void itLeavesACaseAtTheNearestOfItsClassRatherThanNone() {
        var asked = new Asked("P0103", "井盖没了", Map.of(), null, "3101120103999999");
        var town = new AreaCode("310112103");
        var spot = new Spot(town, new AreaCode("310112103G05"), 121.402904, 31.039388, null, null);
        var begun = new Progress(Status.OPEN, null, null, null, null, NINE, 0);
        var request = new ServiceRequest("R-vanished", Channel.HOTLINE, null, asked, spot, NINE, begun);

        follower.on(1, new RequestEvent.Received(request, null, NINE));

        var file = casework.list(Casework.Query.all()).stream()
                .filter(one -> "R-vanished".equals(one.origin().request()))
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(file.matter().spot().site()).asset()).isEqualTo("3101120103000008");
    }
}
