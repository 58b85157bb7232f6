package io.chengyun.platform.intake;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.address.AddressCode;
import io.chengyun.platform.address.AddressFinder;
import io.chengyun.platform.address.owner.Owners;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Spot;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Places;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Front door of intake (诉求): takes requests in, says how far they are, and follows the cases behind them. */
@Service
public class Intake {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final RequestStore store;
    private final Services services;
    private final Where where;
    private final Journal journal;
    private final Naming naming;
    private final RequestRules rules = new RequestRules();

    Intake(RequestStore store, Services services, Where where, Journal journal, Naming naming) {
        this.store = store;
        this.services = services;
        this.where = where;
        this.journal = journal;
        this.naming = naming;
    }

    /** Time of what comes in, and how it is guarded (登记). */
    @Service
    record Naming(Clock clock, IntakeSettings settings) {}

    /** Points, addresses and parts of the district (落点). */
    @Service
    record Where(Places places, AddressFinder addresses, Owners owners) {

        void requireAsset(String code) {
            if (owners.findAsset(code, places.today()).isEmpty()) {
                throw new Refused(IntakeRefusal.NO_SUCH_ASSET);
            }
        }
    }

    /**
     * Which requests are asked for.
     *
     * @param ids these only; empty for all
     * @param services of these only; empty for all
     * @param from received from then on
     * @param until received before
     * @param status null for all
     * @param within null for everywhere
     */
    public record Query(
            List<String> ids,
            List<String> services,
            Instant from,
            Instant until,
            ServiceRequest.@Nullable Status status,
            @Nullable Box within,
            Page page) {

        public Query {
            ids = List.copyOf(ids);
            services = List.copyOf(services);
        }
    }

    /** A part of the map, in WGS84 degrees (地图范围). */
    public record Box(double west, double south, double east, double north) {

        static final Box EVERYWHERE = new Box(-180, -90, 180, 90);
    }

    /** How many, and after how many others. */
    public record Page(int limit, int offset) {}

    /**
     * Takes a request in; one that came before from the same channel under the same number is answered as it stands.
     *
     * @throws Refused {@code intake:no-such-service}, {@code place:outside}, {@code intake:no-such-address},
     *     {@code intake:no-such-asset}
     */
    @Transactional
    public ServiceRequest receive(NewRequest request) {
        return keep(request, null);
    }

    /**
     * The same, as somebody of the staff wrote it down.
     *
     * @param by staff id
     */
    @Transactional
    public ServiceRequest receive(NewRequest request, String by) {
        return keep(request, by);
    }

    private ServiceRequest keep(NewRequest request, @Nullable String by) {
        services.get(request.asked().service());
        var external = request.externalId();
        var before = external == null ? Optional.<ServiceRequest>empty() : store.find(request.channel(), external);
        if (before.isPresent()) {
            return before.get();
        }
        Optional.ofNullable(request.asked().asset()).ifPresent(where::requireAsset);
        var now = naming.clock().instant();
        var begun = Progress.begun(now, request.promisedAt());
        var received = new ServiceRequest(
                number(now), request.channel(), external, request.asked(), spot(request), now, begun);
        store.add(received, request.contact(), addressCode(request.address()));
        journal.append(new RequestEvent.Received(received, by, now));
        return received;
    }

    /** The request of this number. */
    public ServiceRequest get(String id) {
        return store.find(id).orElseThrow(() -> new Refused(IntakeRefusal.ABSENT));
    }

    /** The request that came by this channel under this number of its own. */
    public Optional<ServiceRequest> find(ServiceRequest.Channel channel, String externalId) {
        return store.find(channel, externalId);
    }

    /** The requests asked for, newest first. */
    public List<ServiceRequest> list(Query query) {
        return store.list(query);
    }

    /** What was asked from a telephone of these digits (来电历史), newest first. */
    public List<ServiceRequest> listFrom(String digits, int limit) {
        return store.listFrom(digits, limit);
    }

    /** The requests that a case is about, its own and those that were merged into it, oldest first. */
    public List<ServiceRequest> listBehind(String caseId) {
        return store.listBehind(caseId);
    }

    /** How far the request was, step by step (进展明细), oldest first. */
    public List<Progress> listSteps(String id) {
        return store.listSteps(id);
    }

    /**
     * The request, shown to whoever knows the last four digits of the telephone number that was left with it.
     *
     * @throws Refused {@code intake:absent} also for other digits, so that nobody learns which requests there are;
     *     {@code intake:too-many-tries} when there were too many others of late
     */
    @Transactional(noRollbackFor = Refused.class)
    public ServiceRequest get(String id, String lastDigits) {
        var now = naming.clock().instant();
        var found = store.lockProof(id);
        if (found.isEmpty()) {
            return erased(id);
        }
        var proof = found.get();
        var since = proof.wrongSince();
        boolean fresh =
                since != null && since.plus(naming.settings().triesWindow()).isAfter(now);
        int wrong = fresh ? proof.wrong() : 0;
        if (since != null && wrong >= naming.settings().tries()) {
            throw new Refused(
                    IntakeRefusal.TOO_MANY_TRIES,
                    Duration.between(now, since.plus(naming.settings().triesWindow())));
        }
        if (!lastDigits.equals(proof.lastDigits())) {
            store.noteWrong(id, wrong + 1, fresh && since != null ? since : now);
            throw new Refused(IntakeRefusal.ABSENT);
        }
        return get(id);
    }

    /** Of a request that was erased nothing personal is left to be guarded, and no number to be asked for. */
    private ServiceRequest erased(String id) {
        return store.find(id)
                .filter(request -> request.erasedAt() != null)
                .orElseThrow(() -> new Refused(IntakeRefusal.ABSENT));
    }

    /** Takes over how far the case behind a request is. */
    @Transactional
    public void follow(String id, Progress progress) {
        var request = store.lock(id).orElseThrow(() -> new Refused(IntakeRefusal.ABSENT));
        rules.onProgress(request, progress, naming.clock().instant()).ifPresent(event -> {
            store.save(event.now());
            journal.append(event);
        });
    }

    /** Short enough to be said on the telephone: the day, and a number. */
    private String number(Instant now) {
        var day = DAY.format(now.atZone(where.places().district().zone()));
        return "R" + day + String.format(Locale.ROOT, "%04d", store.nextNumber());
    }

    private Spot spot(NewRequest request) {
        var position = request.position();
        var address = request.address();
        if (position == null) {
            return found(Objects.requireNonNull(address, "checked when the request was made"));
        }
        var placement = where.places().get(position, where.places().today());
        return new Spot(placement.town(), placement.grid(), position.lon(), position.lat(), address, null);
    }

    private @Nullable String addressCode(@Nullable String address) {
        return address == null
                ? null
                : where.addresses().code(address).map(AddressCode::value).orElse(null);
    }

    private Spot found(String address) {
        var whereabouts = where.addresses().find(address);
        var spot = whereabouts
                .best()
                .orElseThrow(() -> new Refused(IntakeRefusal.NO_SUCH_ADDRESS, List.of(whereabouts.why())));
        var point = spot.position();
        var placement = spot.placement();
        return new Spot(placement.town(), placement.grid(), point.lon(), point.lat(), address, spot.reach());
    }
}
