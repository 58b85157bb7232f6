package io.chengyun.platform.casework.errand;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.content.PackageFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** How the district finds the nearest inspector (就近派核查规定), by day: its file {@code inspectors.yml}. */
record ErrandTerms(List<Term> all) {

    private static final String FILE = "inspectors.yml";

    ErrandTerms {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new Malformed(FILE, "holds nothing: write an entry with from, placeHolds and roundMetres");
        }
    }

    /**
     * From a day on.
     *
     * @param placeHolds so long a photo's place says where its sender is
     * @param roundMetres distances are given in steps of so many
     */
    record Term(LocalDate from, Duration placeHolds, int roundMetres) {
        Term {
            if (placeHolds.isNegative() || placeHolds.isZero()) {
                throw new Malformed(FILE, "placeHolds of " + from + " must be a duration such as PT2H");
            }
            if (roundMetres < 1) {
                throw new Malformed(FILE, "roundMetres of " + from + " must be 1 or more");
            }
        }
    }

    static ErrandTerms read(Path district) {
        return new ErrandTerms(
                PackageFile.readList(district.resolve(FILE), Term.class, "casework:inspectors-unreadable"));
    }

    Term on(LocalDate day) {
        return PackageFile.onDay(FILE, all, Term::from, day);
    }
}
