package io.chengyun.platform.exchange;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Needed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Grants other organisations what is their owner's, and takes it back (共享窗口). */
@Service
public class Shares {

    private final Catalogue catalogue;
    private final ExchangeKeeper keeper;

    Shares(Catalogue catalogue, ExchangeKeeper keeper) {
        this.catalogue = catalogue;
        this.keeper = keeper;
    }

    /**
     * What is to be granted (授权申请).
     *
     * @param grade of the fields at most; general where nobody says
     * @param until the last day
     */
    public record Wanted(
            @Nullable String organisation,
            @Nullable String purpose,
            @Nullable DataGrade grade,
            @Nullable LocalDate until) {}

    public Share grant(String code, Wanted wanted, Caller caller) {
        var set = catalogue.get(code);
        var purpose = catalogue.purpose(Needed.text("purpose", wanted.purpose()));
        var until = Needed.value("until", wanted.until());
        require(set, purpose, caller);
        if (set.terms().sharing() == Sharing.NONE) {
            throw new Refused(ExchangeRefusal.NOT_SHAREABLE);
        }
        var organisation = catalogue.organisation(Needed.text("organisation", wanted.organisation()));
        if (organisation.equals(set.owner())) {
            throw new Refused(ExchangeRefusal.OWN_ORGANISATION);
        }
        if (until.isBefore(keeper.today())) {
            throw new Malformed("until", "must be today or later");
        }
        var grade = wanted.grade() == null ? DataGrade.GENERAL : wanted.grade();
        return keeper.grant(
                set, id -> new Share(id, code, organisation, purpose, grade, until, caller.id(), null), caller);
    }

    public Share revoke(String code, String id, Caller caller) {
        var set = catalogue.get(code);
        require(set, "", caller);
        return keeper.revoke(set, id, caller);
    }

    private void require(DataSet set, String purpose, Caller caller) {
        if (!ExchangeRules.keeps(set, caller)) {
            var no = new Refused(ExchangeRefusal.NOT_YOUR_SET);
            keeper.denied(set, "share", no, purpose, caller);
            throw no;
        }
    }
}
