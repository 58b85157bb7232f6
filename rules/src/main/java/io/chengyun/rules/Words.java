package io.chengyun.rules;

import io.chengyun.kernel.Malformed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/**
 * The words in which a rule speaks (用语): what it measures, and the unit as people say it and as the stream sends it.
 *
 * @param name Chinese, such as 雨量
 * @param nameEn English, in lower case, such as "rainfall"
 * @param unit Chinese unit, such as 毫米
 * @param unitEn unit of the stream's values, such as mm
 */
public record Words(String name, String nameEn, String unit, String unitEn) {

    public Words {
        if (name.isBlank() || nameEn.isBlank() || unit.isBlank() || unitEn.isBlank()) {
            throw new Malformed("words", "name and unit must be given in Chinese and English");
        }
    }

    /** The English name at the beginning of a sentence. */
    public String headEn() {
        return nameEn.substring(0, 1).toUpperCase(Locale.ROOT) + nameEn.substring(1);
    }

    public String amount(double value) {
        return number(value) + " " + unit;
    }

    public String amountEn(double value) {
        return number(value) + " " + unitEn;
    }

    /** At most two decimals, none that say nothing. */
    public static String number(double value) {
        var rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    public static String span(Duration span) {
        return inHours(span) ? span.toHours() + " 小时" : span.toMinutes() + " 分钟";
    }

    public static String spanEn(Duration span) {
        return inHours(span) ? span.toHours() + " h" : span.toMinutes() + " min";
    }

    private static boolean inHours(Duration span) {
        return span.toHours() > 0 && span.toMinutesPart() == 0;
    }
}
