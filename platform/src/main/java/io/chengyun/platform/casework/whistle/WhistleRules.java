package io.chengyun.platform.casework.whistle;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.whistle.Whistle.Blow;
import io.chengyun.platform.casework.whistle.Whistle.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides on a grid's calls (吹哨规则): who came, and who did not in time, each told once. Values in, events out. */
final class WhistleRules {

    WhistleEvent blow(String id, CaseFile file, Blow blow, List<String> organisations) {
        if (file.state().ended()) {
            throw new Refused(WhistleRefusal.CASE_ENDED);
        }
        if (!blow.arriveBy().isAfter(blow.at())) {
            throw new Malformed("arriveBy", "name a moment in the future");
        }
        var calls =
                organisations.stream().map(each -> new Call(each, null, null)).toList();
        return new WhistleEvent.Blown(new Whistle(id, file.id(), blow, calls, null), blow.at());
    }

    WhistleEvent arrive(Whistle whistle, String organisation, String by, Instant at) {
        var call = open(whistle).calls().stream()
                .filter(one -> one.organisation().equals(organisation))
                .findFirst()
                .orElseThrow(() -> new Refused(WhistleRefusal.NOT_CALLED));
        if (call.arrivedAt() != null) {
            throw new Refused(WhistleRefusal.HERE_ALREADY);
        }
        return new WhistleEvent.Arrived(whistle.arrived(organisation, at), organisation, by, at);
    }

    WhistleEvent end(Whistle whistle, String by, Instant at) {
        return new WhistleEvent.Ended(open(whistle).ended(at), by, at);
    }

    /** Those that are not there when the time is over, one event each, every event with the call as it then stands. */
    List<WhistleEvent> miss(Whistle whistle, Instant at) {
        var events = new ArrayList<WhistleEvent>();
        var now = whistle;
        for (var call : whistle.calls()) {
            if (call.awaited()) {
                now = now.missed(call.organisation(), at);
                events.add(new WhistleEvent.Missed(now, call.organisation(), at));
            }
        }
        return List.copyOf(events);
    }

    private static Whistle open(Whistle whistle) {
        if (whistle.endedAt() != null) {
            throw new Refused(WhistleRefusal.ENDED);
        }
        return whistle;
    }
}
