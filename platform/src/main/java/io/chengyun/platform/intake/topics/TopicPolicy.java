package io.chengyun.platform.intake.topics;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.content.PackageFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/**
 * What the district calls hot (热点规定), from a day on: its file {@code topics.yml}.
 *
 * @param from the first day it holds
 * @param likeness how much of their phrases two must share to speak of one matter, 0 to 1
 * @param read so many characters of a text; what comes first is what it is about
 * @param ignored what people say whatever it is about; left out before phrases are counted
 * @param memory how far back requests are looked at
 */
record TopicPolicy(LocalDate from, double likeness, int read, List<String> ignored, Hot hot, Period memory) {

    TopicPolicy {
        ignored = List.copyOf(ignored);
        if (likeness <= 0 || likeness > 1 || read < 1 || hot.requests() < 1) {
            throw new Malformed("topics.yml", "likeness must lie above 0 and not above 1, read and requests above 0");
        }
    }

    /** So many requests within so long a time. */
    record Hot(int requests, Period within) {}

    static List<TopicPolicy> read(Path folder) {
        return PackageFile.readList(folder.resolve("topics.yml"), TopicPolicy.class, "intake:topics-unreadable");
    }

    static List<TopicPolicy> read(String yaml) {
        return PackageFile.parseList("topics.yml", yaml, TopicPolicy.class);
    }

    /** The one that holds on a day; before the first day, the first. */
    static TopicPolicy on(List<TopicPolicy> all, LocalDate day) {
        return PackageFile.onDay("topics.yml", all, TopicPolicy::from, day);
    }
}
