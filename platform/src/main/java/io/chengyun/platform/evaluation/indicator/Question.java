package io.chengyun.platform.evaluation.indicator;

import io.chengyun.kernel.Malformed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know (评价查询).
 *
 * @param of code of the one member meant; null for all of them
 */
public record Question(
        Subject subject, Period period, @Nullable String of) {

    private static final int LONGEST_CODE = 100;

    public Question {
        of = of == null || of.isBlank() ? null : of.strip();
        if (of != null && of.length() > LONGEST_CODE) {
            throw new Malformed("of", "name one member by its code");
        }
    }

    /** Reads a question as it stands in an address. */
    public static Question of(String subject, @Nullable String from, @Nullable String to, @Nullable String of) {
        var known = Arrays.stream(Subject.values())
                .filter(one -> one.name().equals(subject))
                .findFirst()
                .orElseThrow(() -> new Malformed(
                        "subject", "'" + subject + "' must be one of " + Arrays.toString(Subject.values())));
        return new Question(known, Period.of(from, to), of);
    }
}
