package io.chengyun.platform.intake.open311;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.intake.IntakeRefusal;

/**
 * What went wrong, as the standard's clients expect it (接口错误): 403 for the key, 404 for what is not there, 503 when it is our
 * fault, 400 for the rest.
 */
record Open311Problem(int code, String description) {

    static Open311Problem of(Malformed wrong) {
        int code = switch (wrong.field()) {
            case RequestForm.KEY -> 403;
            case RequestForm.JURISDICTION, "service_request_id", "token" -> 404;
            default -> 400;
        };
        return new Open311Problem(code, String.valueOf(wrong.getMessage()));
    }

    static Open311Problem of(Refused refused) {
        var refusal = refused.refusal();
        boolean absent = refusal == IntakeRefusal.ABSENT || refusal == IntakeRefusal.NO_SUCH_SERVICE;
        var allowed = refused.allowed().isEmpty() ? "" : " " + String.join(", ", refused.allowed());
        return new Open311Problem(absent ? 404 : 400, refusal.advice() + allowed);
    }

    static Open311Problem of(Fault fault) {
        return new Open311Problem(503, fault.code() + ": nothing was kept, try again in a few seconds");
    }
}
