package io.chengyun.platform.exchange;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.content.PackageFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The district's file {@code datasets.yml} (目录文件).
 *
 * @param purposes what data may be asked for
 * @param readers by day, up to which grade each role is given fields
 */
record CatalogueFile(List<Term> namespaces, List<Term> purposes, List<Readers> readers, List<DataSet> sets) {

    static final String NAME = "datasets.yml";

    CatalogueFile {
        namespaces = List.copyOf(namespaces);
        purposes = List.copyOf(purposes);
        readers = List.copyOf(readers);
        sets = List.copyOf(sets);
        if (purposes.isEmpty() || readers.isEmpty()) {
            throw new Malformed("purposes", "name at least one purpose, and at least one day of readers");
        }
    }

    /** A district without one has no data sets. */
    static CatalogueFile none() {
        var first = new Readers(LocalDate.EPOCH, Map.of());
        return new CatalogueFile(List.of(), List.of(new Term("none", "无", "None")), List.of(first), List.of());
    }

    /** A namespace or a purpose (目录用语), by its code. */
    record Term(String code, String zh, String en) {}

    /** From a day on; who is not named is given what is general. */
    record Readers(LocalDate from, Map<Role, DataGrade> grades) {

        Readers {
            grades = Map.copyOf(grades);
        }
    }

    /** Up to which grade somebody with this role is given fields. */
    DataGrade ceiling(Role role, LocalDate day) {
        var entry = PackageFile.onDay(NAME, readers, Readers::from, day);
        return entry.grades().getOrDefault(role, DataGrade.GENERAL);
    }
}
