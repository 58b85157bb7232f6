package io.chengyun.platform.exchange;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.exchange.ExchangeEvent.Use;
import io.chengyun.platform.objects.Digest;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Service;

/** Gives versions out to whom they may be given, and notes each time (数据使用). */
@Service
public class Uses {

    private final Catalogue catalogue;
    private final VersionFiles files;
    private final ExchangeKeeper keeper;

    Uses(Catalogue catalogue, VersionFiles files, ExchangeKeeper keeper) {
        this.catalogue = catalogue;
        this.files = files;
        this.keeper = keeper;
    }

    /** The table as it is given, and what was noted of it (数据交付). */
    public record Given(byte[] table, Use use) {}

    /**
     * Gives a version for a purpose; fields of a higher grade than the caller may have are left out.
     *
     * @throws Refused where it is not given, which is noted too
     */
    public Given give(String code, int number, String purpose, Caller caller) {
        var set = catalogue.get(code);
        var what = catalogue.purpose(purpose);
        var version = keeper.find(set, number).orElseThrow(() -> new Refused(ExchangeRefusal.NO_VERSION));
        var table = files.get(version.digest());
        var columns = TableForm.columns(table);
        try {
            var ceiling = ExchangeRules.ceiling(set, keeper.shares(set), caller.organisation(), what, keeper.today())
                    .atMost(catalogue.ceiling(caller));
            var fields = ExchangeRules.given(set, columns, ceiling);
            var bytes = fields.equals(columns) ? files.bytes(table) : some(table, fields);
            var use = new Use(number, version.digest(), Digest.of(bytes), ceiling, fields, version.rows());
            keeper.used(set, use, what, caller);
            return new Given(bytes, use);
        } catch (Refused no) {
            keeper.denied(set, "use", no, what, caller);
            throw no;
        }
    }

    private byte[] some(Path table, List<String> fields) {
        var draft = files.draft();
        try {
            TableForm.copy(table, draft, fields);
            return files.bytes(draft);
        } finally {
            files.drop(draft);
        }
    }
}
