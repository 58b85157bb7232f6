package io.chengyun.platform.scenario;

import io.chengyun.kernel.Malformed;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A limit in the trade's own units (时限), such as {@code 2 urgent hours} or {@code 4 working hours}.
 *
 * <p>Urgent time is continuous, nights and holidays included; a working day is eight working hours.
 */
public record TimeLimit(int amount, Unit unit) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4}) (urgent|working) (hour|day)s?");

    public TimeLimit {
        if (amount < 1) {
            throw new Malformed("limit", "must be 1 or more");
        }
    }

    /** The units of time of the trade. */
    public enum Unit {
        /** 紧急工作时. */
        URGENT_HOUR("urgent hour"),
        /** 紧急工作日. */
        URGENT_DAY("urgent day"),
        /** 工作时. */
        WORKING_HOUR("working hour"),
        /** 工作日. */
        WORKING_DAY("working day");

        private final String text;

        Unit(String text) {
            this.text = text;
        }
    }

    /** Reads {@code 2 urgent hours}; anything else is malformed. */
    public static TimeLimit of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Malformed("limit", "'" + text + "' must be a number and one of " + units() + ": 2 urgent hours");
        }
        var unit = Arrays.stream(Unit.values())
                .filter(known -> known.text.equals(form.group(2) + " " + form.group(3)))
                .findFirst()
                .orElseThrow();
        return new TimeLimit(Integer.parseInt(form.group(1)), unit);
    }

    private static String units() {
        return Arrays.stream(Unit.values()).map(unit -> unit.text + "s").collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return amount + " " + unit.text + (amount == 1 ? "" : "s");
    }
}
