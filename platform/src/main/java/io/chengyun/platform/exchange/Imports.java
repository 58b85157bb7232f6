package io.chengyun.platform.exchange;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Needed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.exchange.ExchangeKeeper.Arrived;
import io.chengyun.platform.exchange.TableForm.Problem;
import io.chengyun.platform.exchange.TableForm.Taken;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes tables in as versions of data sets (数据入库). */
@Service
public class Imports {

    private static final int LONGEST_SOURCE = 200;

    private final Catalogue catalogue;
    private final VersionFiles files;
    private final ExchangeKeeper keeper;
    private final ExchangeSettings settings;

    Imports(Catalogue catalogue, VersionFiles files, ExchangeKeeper keeper, ExchangeSettings settings) {
        this.catalogue = catalogue;
        this.files = files;
        this.keeper = keeper;
        this.settings = settings;
    }

    /**
     * What became of a table (入库结果).
     *
     * @param version that holds now; null where the table is wrong
     * @param same whether it held before
     * @param problems the first of them, by row and column
     */
    public record Outcome(@Nullable Version version, boolean same, List<Problem> problems) {}

    /**
     * Takes a table in, or says what is wrong with it and keeps nothing.
     *
     * @param table comma-separated, in UTF-8 or GBK
     * @param purpose code of one of the catalogue's
     * @param source where it is from
     */
    public Outcome take(String code, Path table, String purpose, String source, Caller caller) {
        var set = catalogue.get(code);
        var what = catalogue.purpose(purpose);
        var from = Needed.text("source", source);
        if (from.length() > LONGEST_SOURCE) {
            throw new Malformed("source", "write 1 to " + LONGEST_SOURCE + " characters");
        }
        if (!ExchangeRules.keeps(set, caller)) {
            var no = new Refused(ExchangeRefusal.NOT_YOUR_SET);
            keeper.denied(set, "import", no, what, caller);
            throw no;
        }
        var taken = TableForm.read(table, set, settings);
        if (!taken.problems().isEmpty()) {
            return new Outcome(null, false, taken.problems());
        }
        // The bytes are kept before the row is: a version without its table cannot come to be, a table without one
        // harms nobody.
        var arrived = new Arrived(keep(set, taken), taken.rows().size(), from, what);
        var kept =
                keeper.keep(set, arrived, before -> TableForm.change(files.get(before.digest()), taken, set), caller);
        return new Outcome(kept.version(), kept.same(), List.of());
    }

    private String keep(DataSet set, Taken taken) {
        var draft = files.draft();
        try {
            TableForm.write(draft, set, taken);
            return files.keep(draft);
        } finally {
            files.drop(draft);
        }
    }
}
