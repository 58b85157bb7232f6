package io.chengyun.platform.casework.request;

import io.chengyun.platform.address.owner.Owners;
import io.chengyun.platform.casework.CaseEvent.Act;
import io.chengyun.platform.casework.CaseFile.Source;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.intake.PublicText;
import io.chengyun.platform.intake.RequestEvent;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.Services;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hears requests (听诉求): each opens a case, which waits for the acceptor, and one that is erased is erased there. Both by one follower,
 * so that no case is opened of words that were erased before.
 */
@Component
class RequestFollower implements Follower<RequestEvent> {

    /** So much of the citizen's words makes a title; all of them stand in the description. */
    private static final int TITLE = 40;
    /** An address may be longer than a title may. */
    private static final int LONGEST = 100;

    private final Casework casework;
    private final Services services;
    private final Owners owners;
    private final Places places;

    RequestFollower(Casework casework, Services services, Owners owners, Places places) {
        this.casework = casework;
        this.services = services;
        this.owners = owners;
        this.places = places;
    }

    @Override
    public String name() {
        return "casework.requests";
    }

    @Override
    public Class<RequestEvent> hears() {
        return RequestEvent.class;
    }

    @Override
    public boolean heeds(RequestEvent event) {
        return event instanceof RequestEvent.Received || event instanceof RequestEvent.Erased;
    }

    @Override
    public void on(long number, RequestEvent event) {
        if (event instanceof RequestEvent.Erased erased) {
            var act = new Act(erased.by(), erased.organisation(), erased.reason(), null, List.of());
            casework.erase(erased.subject(), act);
        } else {
            casework.open(report(event.now()), event.subject());
        }
    }

    private Report report(ServiceRequest request) {
        var asked = request.asked();
        var spot = request.spot();
        return new Report(
                asked.service(),
                title(request),
                asked.description(),
                new Position(spot.lon(), spot.lat()),
                Source.CITIZEN,
                request.progress().expectedAt(),
                asset(asked),
                request.spot().isExact());
    }

    /** A part that was taken away since is no reason to open no case: the nearest of the class is taken. */
    private @Nullable String asset(Asked asked) {
        var code = asked.asset();
        return code == null || owners.findAsset(code, places.today()).isEmpty() ? null : code;
    }

    private String title(ServiceRequest request) {
        // titles stand on walls and in lists that everybody sees
        var words = PublicText.of(request.asked().description()).strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            var address = request.spot().address();
            var service = services.get(request.asked().service()).name();
            return cut(address == null ? service : service + "：" + address, LONGEST);
        }
        return cut(words, TITLE);
    }

    private static String cut(String words, int most) {
        int end = words.offsetByCodePoints(0, Math.min(most, words.codePointCount(0, words.length())));
        return end < words.length() ? words.substring(0, end) + "…" : words;
    }
}
