package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Receipt;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.sensorthings.change.EntityKeeper;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The fast way in for observations (批量上报): CreateObservations of the standard's data array extension. */
@RestController
class ObservationsController {

    /** Rejected rows named in the header; the body names them all. */
    private static final int NAMED_IN_HEADER = 100;

    private static final int LINK_LENGTH = 90;

    private final Sensing sensing;
    private final EntityKeeper keeper;
    private final SensorThingsSettings settings;
    private final Clock clock;
    private final CurrentSender sender;

    ObservationsController(
            Sensing sensing, EntityKeeper keeper, SensorThingsSettings settings, Clock clock, CurrentSender sender) {
        this.sensing = sensing;
        this.keeper = keeper;
        this.settings = settings;
        this.clock = clock;
        this.sender = sender;
    }

    /** Answers, row by row, the stored observation's link or {@code error: code: why}. */
    @PostMapping({"/v1.0/CreateObservations", "/v1.1/CreateObservations"})
    ResponseEntity<byte[]> createObservations(HttpServletRequest request) throws IOException {
        var now = PhenomenonTime.micros(clock.instant());
        var reader = new DataArrayReader(sender.source(), settings.maxRows(), now, Beyond.of(sensing, keeper));
        ObservationBatch batch;
        try (var body = LimitedBody.of(request, settings.maxBody().toBytes())) {
            batch = reader.read(body);
        }
        sender.weigh(batch);
        var receipt = sensing.send(batch);
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Chengyun-Received", Integer.toString(receipt.received()))
                .header("Chengyun-Stored", Integer.toString(receipt.stored()))
                .header("Chengyun-Rejected", Integer.toString(receipt.rejected().size()))
                .header("Chengyun-Rejected-Rows", rows(receipt))
                .body(links(batch, receipt, ServiceAddress.of(request).root()));
    }

    private static String rows(Receipt receipt) {
        return receipt.rejected().stream()
                .limit(NAMED_IN_HEADER)
                .map(bad -> bad.row() + "=" + bad.why().code())
                .collect(Collectors.joining(", "));
    }

    private static byte[] links(ObservationBatch batch, Receipt receipt, String root) {
        var json = new StringBuilder(batch.size() * LINK_LENGTH + 2).append('[');
        var rejected = receipt.rejected().iterator();
        var next = rejected.hasNext() ? rejected.next() : null;
        for (int row = 0; row < batch.size(); row++) {
            json.append(row == 0 ? "\"" : ",\n\"");
            if (next != null && next.row() == row + 1) {
                json.append("error: ")
                        .append(next.why().code())
                        .append(": ")
                        .append(next.why().why());
                next = rejected.hasNext() ? rejected.next() : null;
            } else {
                json.append(root)
                        .append("/Observations(")
                        .append(new EntityId(batch.stream(row), batch.micros(row)).inLink())
                        .append(')');
            }
            json.append('"');
        }
        return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }
}
