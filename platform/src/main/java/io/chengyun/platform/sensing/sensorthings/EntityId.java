package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Malformed;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which entity (实体编号): a number, or for an observation its stream and the microsecond of its time.
 *
 * @param micros null unless it is an observation's
 */
record EntityId(long number, @Nullable Long micros) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:-(-?\\d{1,18}))?");

    /** Reads {@code 12} or {@code '12-1380974400000000'}, with or without quotes. */
    static EntityId parse(String text) {
        var bare = text.length() > 1 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1)
                : text;
        var matcher = FORM.matcher(bare);
        if (!matcher.matches()) {
            throw new Malformed("id", "'" + bare + "' is no id: a number, or stream-microseconds in quotes");
        }
        var micros = matcher.group(2);
        return new EntityId(Long.parseLong(matcher.group(1)), micros == null ? null : Long.valueOf(micros));
    }

    /** As it stands in {@code @iot.id}. */
    Object value() {
        return micros == null ? (Object) number : number + "-" + micros;
    }

    /** As it stands between the brackets of a link. */
    String inLink() {
        return micros == null ? Long.toString(number) : "'" + number + "-" + micros + "'";
    }
}
