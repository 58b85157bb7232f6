package io.chengyun.kernel;

import java.util.regex.Pattern;

/**
 * Code of an area of the city (区域代码): district 6 digits, town 9, committee 12, unit grid 15, each the beginning of the
 * next (GB/T 2260, GB/T 10114, GB/T 30428.1), or a comprehensive grid (综合网格), which is its town's code, {@code G} and
 * two digits.
 */
public record AreaCode(String value) implements Comparable<AreaCode> {

    private static final Pattern FORM = Pattern.compile("\\d{6}(\\d{3}(\\d{3}(\\d{3})?|G\\d{2})?)?");

    public AreaCode {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(
                    "area", "'" + value + "' is no area code: 6, 9, 12 or 15 digits, or town + G + 2 digits");
        }
    }

    /** The town that this area is or lies in. */
    public AreaCode town() {
        if (value.length() < 9) {
            throw new Malformed("area", "'" + value + "' is a district, not in a town");
        }
        return new AreaCode(value.substring(0, 9));
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
