package io.chengyun.proof;

import java.util.Base64;

/** Reads what may be written in one way only (严格读法): two spellings of one value would be two files with one proof. */
public final class Strict {

    private static final int LONGEST = 19;

    private Strict() {}

    /** Standard base64 with its padding, and no other bits set than those that count. */
    public static byte[] base64(String field, String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException no) {
            throw new Unreadable(field + ": not base64", no);
        }
        throw new Unreadable(field + ": not base64 in its one spelling");
    }

    /** A decimal without sign or leading zeroes, up to 2^63 - 1. */
    public static long number(String field, String text) {
        if (!isDigits(text) || text.length() > 1 && text.startsWith("0")) {
            throw new Unreadable(field + ": not a whole number without leading zeroes: " + shortened(text));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new Unreadable(field + ": above 2^63 - 1: " + shortened(text), tooLarge);
        }
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
