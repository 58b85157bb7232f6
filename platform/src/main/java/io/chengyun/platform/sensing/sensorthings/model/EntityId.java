package io.chengyun.platform.sensing.sensorthings.model;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which entity (实体编号): a number, or for an observation its stream and the microsecond of its time.
 *
 * <p>An observation of a whole second is shown as one number, stream · 2³² + seconds since 1970, because tools of the
 * standard expect numbers; it stays below 2⁵³, so that a browser keeps it whole. Any other is shown as text.
 *
 * @param micros null unless it is an observation's
 */
public record EntityId(long number, @Nullable Long micros) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,19})(?:-(-?\\d{1,18}))?");
    private static final int SECONDS_BITS = 32;
    private static final long STREAMS = 1L << 21;
    private static final long SECONDS = 1L << SECONDS_BITS;
    private static final long MICROS = 1_000_000L;

    /** The id of an entity that has a number of its own. */
    public static EntityId of(long number) {
        return new EntityId(number, null);
    }

    /** Reads {@code 12} or {@code '12-1380974400000000'}, with or without quotes. */
    public static EntityId parse(String text) {
        var bare = text.length() > 1 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1)
                : text;
        var matcher = FORM.matcher(bare);
        if (!matcher.matches()) {
            throw new Malformed("id", "'" + bare + "' is no id: a number, or stream-microseconds in quotes");
        }
        var micros = matcher.group(2);
        return new EntityId(number(matcher.group(1)), micros == null ? null : Long.valueOf(micros));
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException beyond) {
            throw new Refused(SensingRefusal.NO_SUCH_ENTITY);
        }
    }

    /** The same as the id of an observation, of whose two parts a single number is made. */
    public EntityId ofObservation() {
        return micros != null ? this : new EntityId(number >> SECONDS_BITS, (number & (SECONDS - 1)) * MICROS);
    }

    private boolean fits() {
        return micros != null && micros >= 0 && micros % MICROS == 0 && micros / MICROS < SECONDS && number < STREAMS;
    }

    private long single() {
        return micros == null ? number : (number << SECONDS_BITS) + micros / MICROS;
    }

    /** As it stands in {@code @iot.id}. */
    public Object value() {
        return micros == null || fits() ? (Object) single() : number + "-" + micros;
    }

    /** As it stands between the brackets of a link. */
    public String inLink() {
        return micros == null || fits() ? Long.toString(single()) : "'" + number + "-" + micros + "'";
    }
}
