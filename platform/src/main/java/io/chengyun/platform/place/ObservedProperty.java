package io.chengyun.platform.place;

import io.chengyun.kernel.Malformed;
import java.time.Duration;

/**
 * What a device observes (观测属性): one code, one unit, and the range in which a value is believable.
 *
 * @param code stable code, such as {@code rainfall}
 * @param name Chinese name
 * @param nameEn English name
 * @param unit unit of every value under this code
 * @param min least believable value, inclusive
 * @param max greatest believable value, inclusive
 * @param interval usual time between two observations of one device
 */
public record ObservedProperty(
        String code, String name, String nameEn, String unit, double min, double max, Duration interval) {

    public ObservedProperty {
        if (!code.matches("[a-z][a-z0-9_]*")) {
            throw new Malformed("code", "'" + code + "' must be lower-case letters, digits and underscores");
        }
        if (!(min < max)) {
            throw new Malformed("max", code + ": must be greater than min");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new Malformed("interval", code + ": must be longer than nothing");
        }
    }

    /** Whether a value lies in the believable range; false for NaN. */
    public boolean believes(double value) {
        return value >= min && value <= max;
    }
}
