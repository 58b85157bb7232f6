package io.chengyun.proof;

import java.io.ByteArrayOutputStream;

/** Bytes in 45 characters (RFC 9285): two bytes in three, a last one in two. */
final class Base45 {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = 45;
    private static final int TWO = 0x10000;
    private static final int ONE = 0x100;

    private Base45() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            put(text, (bytes[i] & 0xff) * ONE + (bytes[i + 1] & 0xff), 3);
        }
        if (bytes.length % 2 == 1) {
            put(text, bytes[bytes.length - 1] & 0xff, 2);
        }
        return text.toString();
    }

    private static void put(StringBuilder text, int number, int characters) {
        int rest = number;
        for (int i = 0; i < characters; i++) {
            text.append(CHARACTERS.charAt(rest % BASE));
            rest /= BASE;
        }
    }

    /** @throws Unreadable unless it is what {@link #encode} writes */
    static byte[] decode(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += 3) {
            int characters = Math.min(3, text.length() - i);
            int number = number(text, i, characters);
            if (characters == 1 || number >= (characters == 3 ? TWO : ONE)) {
                throw new Unreadable("base45: wrong at character " + i);
            }
            if (characters == 3) {
                bytes.write(number / ONE);
            }
            bytes.write(number % ONE);
        }
        return bytes.toByteArray();
    }

    private static int number(String text, int from, int characters) {
        int number = 0;
        for (int i = from + characters - 1; i >= from; i--) {
            int digit = CHARACTERS.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new Unreadable("base45: wrong at character " + i);
            }
            number = number * BASE + digit;
        }
        return number;
    }
}
