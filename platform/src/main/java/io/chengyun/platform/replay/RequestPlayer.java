package io.chengyun.platform.replay;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.IntakeRefusal;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.replay.Replay.Moment;
import io.chengyun.platform.replay.RequestsFile.Row;
import io.chengyun.platform.scenario.CaseClass;
import io.chengyun.platform.scenario.Scenarios;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Brings the requests of a file in by the door that batches of other systems use (诉求重演). */
@Component
@ConditionalOnProperty(name = "chengyun.clock", havingValue = "virtual")
class RequestPlayer {

    private final Intake intake;
    private final Places places;
    private final Scenarios scenarios;
    private final Closings closings;

    RequestPlayer(Intake intake, Places places, Scenarios scenarios, Closings closings) {
        this.intake = intake;
        this.places = places;
        this.scenarios = scenarios;
        this.closings = closings;
    }

    /** What is to happen, one moment a row. */
    List<Moment> moments(RequestsFile file) {
        makeClasses(file);
        return file.rows().stream()
                .map(row -> new Moment(row.times().requestedAt(), () -> play(row, file.tally())))
                .toList();
    }

    private void makeClasses(RequestsFile file) {
        var known =
                scenarios.listClasses().stream().map(CaseClass::code).collect(Collectors.toCollection(HashSet::new));
        var unknown =
                file.services().stream().filter(code -> !known.contains(code)).toList();
        if (!unknown.isEmpty()) {
            scenarios.replace(MadeClasses.of(unknown, "D" + places.district().code()));
        }
        file.tally().made(unknown.size());
    }

    private void play(Row row, RequestTally tally) {
        try {
            var request = received(row, tally);
            tally.received();
            closings.add(request.id(), row.times().closedAt());
        } catch (Malformed wrong) {
            tally.refuse(row.number(), wrong);
        } catch (Refused no) {
            tally.refuse(no.refusal().code(), "row " + row.number() + ": " + no.getMessage());
        }
    }

    private ServiceRequest received(Row row, RequestTally tally) {
        var position = row.where().position();
        if (position != null) {
            var request = intake.receive(request(row, position));
            if (places.find(position, places.today()).isEmpty()) {
                tally.outside();
            }
            return request;
        }
        if (!row.where().address().isEmpty()) {
            try {
                return intake.receive(request(row, null));
            } catch (Refused no) {
                if (no.refusal() != IntakeRefusal.NO_SUCH_ADDRESS) {
                    throw no;
                }
            }
        }
        var request = intake.receive(request(row, places.districtCentre()));
        tally.unplaced();
        return request;
    }

    private static NewRequest request(Row row, @Nullable Position position) {
        var asked = new Asked(row.serviceCode(), row.description(), Map.of(), null);
        var address = row.where().address();
        return new NewRequest(
                Channel.IMPORT,
                row.externalId(),
                asked,
                position,
                address.isEmpty() ? null : address,
                Contact.unknown(),
                row.times().dueAt());
    }
}
