package io.chengyun.platform.casework.inbox;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.casework.CaseCard;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Given;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same action on many cases (批量办理), each in a transaction of its own, so that one that is refused keeps no other from
 * being done. A preview takes the very same steps and undoes each, so it says what would happen and not what somebody thinks.
 */
@Service
public class Bulk {

    private static final Logger log = LoggerFactory.getLogger(Bulk.class);
    private static final int MOST = 200;

    private final Casework casework;
    private final TransactionTemplate transaction;

    Bulk(Casework casework, TransactionTemplate transaction) {
        this.casework = casework;
        this.transaction = transaction;
    }

    /**
     * What is to be done (批量单).
     *
     * @param ids of 1 to 200 cases
     * @param versions by id, the revision that the person looked at; without one the action meets whatever stands
     * @param given the same for each
     */
    public record Order(String action, List<String> ids, Map<String, Long> versions, Given given) {

        public Order {
            ids = ids.stream().distinct().toList();
            versions = Map.copyOf(versions);
            if (given.version() != null) {
                throw new Malformed("given.version", "say in versions which case was seen at which revision");
            }
            if (ids.isEmpty() || ids.size() > MOST) {
                throw new Malformed("ids", "name 1 to " + MOST + " cases, not " + ids.size());
            }
        }

        private Given givenFor(String id) {
            var version = versions.get(id);
            return version == null ? given : given.at(version);
        }
    }

    /** How it goes with one (结果). */
    public enum Result {
        /** 可办: would be done. */
        POSSIBLE,
        /** 已办. */
        DONE,
        /** 拒绝: the house says no, and why. */
        REFUSED,
        /** 出错: the house could not; nothing of this one was kept. */
        FAILED
    }

    /**
     * What becomes of one case (逐案结果).
     *
     * @param card as it stands, or would stand, afterwards; null if it is not done
     * @param code why not; null if it is
     * @param allowed what could be done with it instead
     */
    public record Outcome(
            String id,
            Result result,
            @Nullable CaseCard card,
            @Nullable String code,
            @Nullable String advice,
            List<String> allowed) {

        public Outcome {
            allowed = List.copyOf(allowed);
        }

        static Outcome of(CaseFile file, Result result) {
            return new Outcome(file.id(), result, CaseCard.of(file), null, null, List.of());
        }

        static Outcome not(String id, CityException why) {
            if (why instanceof Refused no) {
                return new Outcome(
                        id,
                        Result.REFUSED,
                        null,
                        no.refusal().code(),
                        no.refusal().advice(),
                        no.allowed());
            }
            return new Outcome(id, Result.REFUSED, null, "kernel:malformed", why.getMessage(), List.of());
        }
    }

    /** What would become of each, in the order of the ids; nothing is changed by asking. */
    public List<Outcome> preview(Order order, Caller caller) {
        return order.ids().stream()
                .map(id -> outcome(id, Result.POSSIBLE, () -> undone(() -> act(order, id, caller))))
                .toList();
    }

    /** Does it to each, in the order of the ids. */
    public List<Outcome> act(Order order, Caller caller) {
        return order.ids().stream()
                .map(id -> outcome(id, Result.DONE, () -> act(order, id, caller)))
                .toList();
    }

    private CaseFile act(Order order, String id, Caller caller) {
        return casework.act(id, order.action(), order.givenFor(id), caller);
    }

    private CaseFile undone(Supplier<CaseFile> step) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return step.get();
        }));
    }

    private static Outcome outcome(String id, Result result, Supplier<CaseFile> step) {
        try {
            return Outcome.of(step.get(), result);
        } catch (Refused | Malformed no) {
            return Outcome.not(id, no);
        } catch (Fault | DataAccessException broken) {
            log.error("a bulk action failed on case {}", id, broken);
            return new Outcome(id, Result.FAILED, null, "casework:not-kept", null, List.of());
        }
    }
}
