package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.content.PackageFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** How much the district takes as evidence (证据限额), by day: its file {@code evidence.yml}. */
record EvidenceLimits(List<Limit> all) {

    private static final String FILE = "evidence.yml";

    EvidenceLimits {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new Malformed(FILE, "holds nothing");
        }
    }

    /**
     * From a day on.
     *
     * @param perCase pieces that are taken for one case, at most
     */
    record Limit(LocalDate from, int perCase) {
        Limit {
            if (perCase < 1) {
                throw new Malformed("perCase", "must be 1 or more");
            }
        }
    }

    static EvidenceLimits read(Path folder) {
        return new EvidenceLimits(
                PackageFile.readList(folder.resolve(FILE), Limit.class, "casework:evidence-limits-unreadable"));
    }

    /** Pieces that are taken for one case on a day. */
    int perCase(LocalDate day) {
        return PackageFile.onDay(FILE, all, Limit::from, day).perCase();
    }
}
