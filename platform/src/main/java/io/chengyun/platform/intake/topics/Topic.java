package io.chengyun.platform.intake.topics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One matter that several people speak of (热点话题).
 *
 * @param title the words of the one that is most like the others
 * @param hotOn the first day on which as many as make a topic hot had come in so short a time; null while that never was
 * @param place where most of them say that it is; null where they do not
 * @param requests ids, oldest first
 */
public record Topic(
        String title,
        int size,
        LocalDate firstOn,
        LocalDate lastOn,
        @Nullable LocalDate hotOn,
        @Nullable String place,
        List<String> requests) {

    public Topic {
        requests = List.copyOf(requests);
    }
}
