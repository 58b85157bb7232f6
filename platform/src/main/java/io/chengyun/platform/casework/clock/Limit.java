package io.chengyun.platform.casework.clock;

import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long somebody may take (时限), in one of the trade's units, such as 2 urgent hours (2紧急工作时).
 *
 * @param amount 1 or more
 */
public record Limit(int amount, Unit unit) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})\\s*(.+)");

    public Limit {
        if (amount < 1) {
            throw new Malformed("limit", amount + " is no limit: must be 1 or more");
        }
    }

    /** Units of GB/T 30428 practice; a working day is eight working hours. */
    public enum Unit {
        URGENT_MINUTE(Pace.CONTINUOUS, Duration.ofMinutes(1), "urgent minute", "紧急工作分钟"),
        /** 紧急工作时: continuous, nights and holidays count. */
        URGENT_HOUR(Pace.CONTINUOUS, Duration.ofHours(1), "urgent hour", "紧急工作时"),
        /** 紧急工作日: continuous 24 hours. */
        URGENT_DAY(Pace.CONTINUOUS, Duration.ofHours(24), "urgent day", "紧急工作日"),
        WORKING_MINUTE(Pace.WORKING, Duration.ofMinutes(1), "working minute", "工作分钟", "分钟"),
        /** 工作时: inside working sessions only. */
        WORKING_HOUR(Pace.WORKING, Duration.ofHours(1), "working hour", "工作时", "小时"),
        /** 工作日: eight working hours. */
        WORKING_DAY(Pace.WORKING, Duration.ofHours(8), "working day", "工作日", "天");

        private final Pace pace;
        private final Duration length;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> words;

        Unit(Pace pace, Duration length, String... words) {
            this.pace = pace;
            this.length = length;
            this.words = List.of(words);
        }

        private static Unit of(String text) {
            var word = text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
            var singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
            return Arrays.stream(values())
                    .filter(unit -> unit.words.contains(singular))
                    .findFirst()
                    .orElseThrow(() -> unreadable(text));
        }
    }

    /** Reads {@code 2 urgent hours}, {@code 4 working hours}, {@code 2紧急工作时}, {@code 4小时}, {@code 5天}. */
    public static Limit of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw unreadable(text);
        }
        return new Limit(Integer.parseInt(matcher.group(1)), Unit.of(matcher.group(2)));
    }

    private static Malformed unreadable(String text) {
        return new Malformed("limit", "'" + text + "' is no limit: write '2 urgent hours' or '2紧急工作时'");
    }

    /** Which time counts against it. */
    public Pace pace() {
        return unit.pace;
    }

    /** How much of that time there is. */
    public Duration length() {
        return unit.length.multipliedBy(amount);
    }
}
