package io.chengyun.platform.intake;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.intake.ServiceRequest.Part;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.place.Organisation;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.scenario.CaseClass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows citizens how far their request is (市民查询), without an account: number and last four digits of the telephone. */
@RestController
class CitizenController {

    private final Intake intake;
    private final Services services;
    private final Places places;

    CitizenController(Intake intake, Services services, Places places) {
        this.intake = intake;
        this.services = services;
        this.places = places;
    }

    /** What is asked for; in the body, so that no address and no log holds the digits. */
    record Asking(@Nullable String id, @Nullable String lastDigits) {}

    /**
     * A request as its citizen sees it (市民视图).
     *
     * @param description null once it was erased
     * @param expectedAt when it is to be done; null before that is known
     */
    record Followed(
            String id,
            String service,
            String serviceEn,
            @Nullable String description,
            Status status,
            Instant receivedAt,
            @Nullable Instant expectedAt,
            List<Step> steps) {}

    /**
     * One step of its way (进展步骤).
     *
     * @param step the case's state; null before there is a case
     * @param holder name of the organisation that had it; null before there is a case
     * @param part the part that was split off of which it is; null where it is of what was asked as a whole
     */
    record Step(
            @Nullable String step,
            @Nullable String holder,
            Status status,
            Instant at,
            @Nullable Split part) {}

    /**
     * A part of what was asked that goes its own way (拆分事项).
     *
     * @param name of its class
     */
    record Split(String caseId, String name, String nameEn) {}

    @PostMapping("/api/citizen/request")
    Followed follow(@RequestBody Asking asking) {
        var id = asking.id();
        var digits = asking.lastDigits();
        if (id == null || id.isBlank()) {
            throw new Malformed("id", "write the number that you were given");
        }
        if (digits == null || !digits.matches("\\d{4}")) {
            throw new Malformed("lastDigits", "write the last four digits of the telephone number that you left");
        }
        var request = intake.get(id.strip(), digits);
        var service = services.find(request.asked().service());
        return new Followed(
                request.id(),
                service.map(CaseClass::name).orElse(request.asked().service()),
                service.map(CaseClass::nameEn).orElse(request.asked().service()),
                request.erasedAt() == null ? request.asked().description() : null,
                request.progress().status(),
                request.receivedAt(),
                request.progress().expectedAt(),
                intake.listSteps(request.id()).stream().map(this::step).toList());
    }

    private Step step(Progress progress) {
        var holder = progress.holder();
        var name = holder == null
                ? null
                : places.findOrganisation(holder, places.today())
                        .map(Organisation::name)
                        .orElse(holder);
        return new Step(progress.step(), name, progress.status(), progress.updatedAt(), split(progress.part()));
    }

    private @Nullable Split split(@Nullable Part part) {
        if (part == null) {
            return null;
        }
        var service = services.find(part.service());
        return new Split(
                part.caseId(),
                service.map(CaseClass::name).orElse(part.service()),
                service.map(CaseClass::nameEn).orElse(part.service()));
    }
}
