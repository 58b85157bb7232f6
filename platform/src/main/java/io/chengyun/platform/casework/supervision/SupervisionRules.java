package io.chengyun.platform.casework.supervision;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.supervision.Supervision.Order;
import io.chengyun.platform.casework.supervision.Supervision.Reply;
import io.chengyun.platform.casework.supervision.Supervision.Status;
import java.time.Instant;
import java.util.List;

/** Decides who may ask and answer about a case (督办规则). Values in, events out. */
final class SupervisionRules {

    /** @param standing what was asked about the case before */
    SupervisionEvent order(String id, CaseFile file, Order order, List<Supervision> standing) {
        if (file.state().ended()) {
            throw new Refused(SupervisionRefusal.CASE_ENDED);
        }
        if (standing.stream().anyMatch(one -> one.status().awaits())) {
            throw new Refused(SupervisionRefusal.ASKED_ALREADY);
        }
        if (!order.replyBy().isAfter(order.at())) {
            throw new Malformed("replyBy", "name a moment in the future");
        }
        return new SupervisionEvent.Ordered(new Supervision(id, file.id(), order, Status.OPEN, null), order.at());
    }

    SupervisionEvent reply(Supervision asked, Reply reply) {
        return new SupervisionEvent.Replied(awaiting(asked).answered(reply), reply.at());
    }

    SupervisionEvent lift(Supervision asked, String by, Instant at) {
        return new SupervisionEvent.Lifted(awaiting(asked).with(Status.LIFTED), by, at);
    }

    /** The answer did not come in time; told once. */
    SupervisionEvent overrun(Supervision asked, Instant at) {
        return new SupervisionEvent.Overran(asked.with(Status.LATE), at);
    }

    private static Supervision awaiting(Supervision asked) {
        if (!asked.status().awaits()) {
            throw new Refused(SupervisionRefusal.ANSWERED);
        }
        return asked;
    }
}
