package io.chengyun.platform.sensing.notation;

import java.time.Instant;

/**
 * When something was observed (观测时间), between ISO 8601 text and microseconds since 1970.
 *
 * <p>Reads {@code yyyy-MM-ddTHH:mm:ss[.fraction](Z|±hh:mm|±hhmm|±hh)}; digits beyond the microsecond are cut. Read once
 * for every row that comes, so it neither throws nor allocates.
 */
public final class PhenomenonTime {

    /** What {@link #parse} answers for text that is no time. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final int DATE_AND_SECONDS = 19;
    private static final long MICROS = 1_000_000L;

    private PhenomenonTime() {}

    /** Microseconds since 1970, or {@link #INVALID}. */
    public static long parse(String text) {
        if (text.length() <= DATE_AND_SECONDS || !punctuated(text)) {
            return INVALID;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        boolean dateHolds = year > 0 && month > 0 && month <= 12 && day > 0 && day <= lengthOf(month, year);
        boolean clockHolds = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        if (!dateHolds || !clockHolds) {
            return INVALID;
        }
        long seconds = epochDay(year, month, day) * 86_400L + hour * 3_600L + minute * 60L + second;
        return withFractionAndOffset(text, seconds * MICROS);
    }

    /** Microseconds since 1970 of an instant; finer digits are cut. */
    public static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / 1_000L);
    }

    /** The instant of microseconds since 1970. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000L);
    }

    private static boolean punctuated(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.charAt(10) == 'T' || text.charAt(10) == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static long withFractionAndOffset(String text, long micros) {
        int at = DATE_AND_SECONDS;
        if (text.charAt(at) == '.') {
            int end = endOfDigits(text, at + 1);
            if (end == at + 1) {
                return INVALID;
            }
            micros += fraction(text, at + 1, end);
            at = end;
        }
        int offset = offsetSeconds(text, at);
        return offset == Integer.MIN_VALUE ? INVALID : micros - offset * MICROS;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static long fraction(String text, int from, int end) {
        long micros = 0;
        for (int i = 0; i < 6; i++) {
            micros = micros * 10 + (from + i < end ? text.charAt(from + i) - '0' : 0);
        }
        return micros;
    }

    private static int offsetSeconds(String text, int at) {
        int left = text.length() - at;
        if (left == 1) {
            return text.charAt(at) == 'Z' || text.charAt(at) == 'z' ? 0 : Integer.MIN_VALUE;
        }
        boolean colon = left == 6 && text.charAt(at + 3) == ':';
        if (!colon && left != 5 && left != 3) {
            return Integer.MIN_VALUE;
        }
        char sign = text.charAt(at);
        int hours = number(text, at + 1, at + 3);
        int minutes = left == 3 ? 0 : number(text, text.length() - 2, text.length());
        if ((sign != '+' && sign != '-') || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return sign == '+' ? seconds : -seconds;
    }

    /** The digits as a number; −1 if one of them is none. */
    private static int number(String text, int from, int end) {
        int number = 0;
        for (int i = from; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int lengthOf(int month, int year) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01, counted in years that begin in March so that the leap day is the last. */
    private static long epochDay(int year, int month, int day) {
        long marchYear = month > 2 ? year : year - 1L;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468;
    }
}
