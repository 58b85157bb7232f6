package io.chengyun.platform.intake.duplicates;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.content.PackageFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the district takes for a duplicate, day by day (查重规定文件): its file {@code duplicates.yml}. */
record DuplicatePolicies(List<DuplicatePolicy> all) {

    DuplicatePolicies {
        all = all.stream()
                .sorted(Comparator.comparing(DuplicatePolicy::from).reversed())
                .toList();
    }

    /** A district without the file looks for none. */
    static DuplicatePolicies ofDistrict(Path folder) {
        var file = folder.resolve("duplicates.yml");
        return Files.exists(file) ? read(file) : new DuplicatePolicies(List.of());
    }

    static DuplicatePolicies read(Path file) {
        return checked(PackageFile.readList(file, DuplicatePolicy.class, "intake:duplicates-unreadable"));
    }

    static DuplicatePolicies read(String yaml) {
        return checked(PackageFile.parseList("duplicates.yml", yaml, DuplicatePolicy.class));
    }

    private static DuplicatePolicies checked(List<DuplicatePolicy> all) {
        all.forEach(DuplicatePolicies::check);
        return new DuplicatePolicies(all);
    }

    /** The one that holds on a day. */
    Optional<DuplicateRules> on(LocalDate day) {
        return all.stream().filter(one -> !one.from().isAfter(day)).findFirst().map(DuplicateRules::new);
    }

    private static void check(DuplicatePolicy policy) {
        double before = -1;
        for (var knot : policy.weights().age()) {
            if (knot.part() <= before) {
                throw new Malformed("age", "each 'part' must be greater than the one before it");
            }
            before = knot.part();
        }
        if (before <= 0) {
            throw new Malformed("age", "needs two parts at least, the first 0");
        }
    }
}
