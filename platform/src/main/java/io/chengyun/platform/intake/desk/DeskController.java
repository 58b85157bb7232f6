package io.chengyun.platform.intake.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Needed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.address.AddressFinder;
import io.chengyun.platform.address.Whereabouts;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.IntakeRefusal;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.place.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The hotline's desk over HTTP (坐席接口), for acceptors and commanders. Everything personal travels in bodies, so that no
 * address and no log holds it; earlier requests are shown without who asked.
 */
@RestController
class DeskController {

    private static final int MOST = 50;

    private final Intake intake;
    private final AddressFinder addresses;

    DeskController(Intake intake, AddressFinder addresses) {
        this.intake = intake;
        this.addresses = addresses;
    }

    /** Whose earlier requests are asked for. */
    record Calling(@Nullable String phone) {}

    /** An earlier request of the same telephone (来电历史). */
    record Earlier(
            String id,
            String service,
            String description,
            Instant receivedAt,
            Status status,
            @Nullable String step,
            @Nullable String caseId) {

        static Earlier of(ServiceRequest request) {
            var progress = request.progress();
            return new Earlier(
                    request.id(),
                    request.asked().service(),
                    request.asked().description(),
                    request.receivedAt(),
                    progress.status(),
                    progress.step(),
                    progress.caseId());
        }
    }

    /** What was asked from this telephone before, the newest first. */
    @PostMapping("/api/intake/desk/callers")
    List<Earlier> earlier(@RequestBody Calling calling, Caller caller) {
        require(caller);
        var digits = Contact.digits(Needed.text("phone", calling.phone()));
        if (digits.length() < 7) {
            throw new Malformed("phone", "write the whole number, at least 7 digits");
        }
        return intake.listFrom(digits, MOST).stream()
                .filter(request -> caller.mayEnter(request.spot().town()))
                .map(Earlier::of)
                .toList();
    }

    /** Words that say where something is. */
    record Telling(@Nullable String address) {}

    /** Where that is in the district, the likeliest first, and why. */
    @PostMapping("/api/intake/desk/places")
    Whereabouts place(@RequestBody Telling telling, Caller caller) {
        require(caller);
        return addresses.find(Needed.text("address", telling.address()));
    }

    /**
     * What a caller says of where (来电地点).
     *
     * @param asset code of the part that it is about; null or blank where nobody said
     */
    record Pointed(
            @Nullable String address,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String asset) {

        @Nullable
        Position position() {
            return lon == null || lat == null ? null : new Position(lon, lat);
        }

        @Nullable
        String part() {
            return asset == null || asset.isBlank() ? null : asset.strip();
        }
    }

    /**
     * What a caller asks (来电诉求).
     *
     * @param externalId the console's own number of the call, so that sending it again takes it in once
     */
    record Call(
            @Nullable String externalId,
            @Nullable String service,
            @Nullable String description,
            @JsonUnwrapped Pointed pointed,
            @Nullable String name,
            @Nullable String phone) {

        NewRequest request() {
            return new NewRequest(
                    Channel.HOTLINE,
                    Needed.text("externalId", externalId),
                    new Asked(
                            Needed.text("service", service),
                            Needed.value("description", description),
                            Map.of(),
                            null,
                            pointed.part()),
                    pointed.position(),
                    pointed.address(),
                    new Contact(null, name, phone, null, null, null));
        }
    }

    /** A request that was taken in: the number to be told to the caller. */
    record Taken(String id, Instant receivedAt) {}

    @PostMapping("/api/intake/desk/requests")
    @ResponseStatus(HttpStatus.CREATED)
    Taken take(@RequestBody Call call, Caller caller) {
        require(caller);
        var request = intake.receive(call.request(), caller.id());
        return new Taken(request.id(), request.receivedAt());
    }

    private static void require(Caller caller) {
        if (!caller.hasAny(Role.ACCEPTOR, Role.COMMANDER)) {
            throw new Refused(IntakeRefusal.NOT_YOUR_ROLE);
        }
    }
}
