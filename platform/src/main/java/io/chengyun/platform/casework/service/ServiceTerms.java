package io.chengyun.platform.casework.service;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.clock.Level;
import io.chengyun.platform.casework.clock.Limit;
import io.chengyun.platform.content.PackageFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What the district promises to whoever asked, and takes for possible (服务规程), by day: its file {@code service.yml}. */
public record ServiceTerms(List<Term> all) {

    private static final String FILE = "service.yml";

    public ServiceTerms {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new Malformed(FILE, "holds nothing");
        }
    }

    /**
     * From a day on (规程条目).
     *
     * @param contact within which time whoever asked is spoken to first, such as {@code 1 working day}
     * @param contactMissed who is told when that limit passed on this day and nobody had
     * @param mostCrewHours more of one party at one handing in is a slip of the pen
     * @param mostKilometres likewise
     */
    public record Term(
            LocalDate from, String contact, Level contactMissed, double mostCrewHours, double mostKilometres) {

        public Term {
            Limit.of(contact);
            if (!(mostCrewHours > 0 && mostKilometres > 0)) {
                throw new Malformed(FILE, "mostCrewHours and mostKilometres must be more than 0");
            }
        }

        /** Within which time whoever asked is spoken to first. */
        public Limit contactWithin() {
            return Limit.of(contact);
        }
    }

    /** Reads the file of a district package. */
    public static ServiceTerms read(Path folder) {
        return new ServiceTerms(
                PackageFile.readList(folder.resolve(FILE), Term.class, "casework:service-terms-unreadable"));
    }

    /** What holds on a day. */
    public Term on(LocalDate day) {
        return PackageFile.onDay(FILE, all, Term::from, day);
    }
}
