package io.chengyun.platform.address.tagging;

import java.util.Arrays;

/**
 * A text cut into what is tagged (切分): a number, a Latin word, or one character. Full-width forms count as their plain ones,
 * and numbers of as many digits as the same.
 */
final class Tokens {

    /** What a token is made of. */
    enum Kind {
        CHARACTER,
        NUMERAL,
        NUMBER,
        LATIN,
        MARK
    }

    private static final String NUMERALS = "零〇一二三四五六七八九十百";
    private static final int FULL_WIDTH = 0xFEE0;
    /** From here on, symbols that stand for no single character. */
    private static final int WORDS = 0x110000;

    private static final int DIGITS_TOLD_APART = 5;
    private static final Kind[] KINDS = Kind.values();

    private int[] starts = new int[32];
    private int[] symbols = new int[32];
    private byte[] kinds = new byte[32];
    private int size;
    private final int end;

    private Tokens(int end) {
        this.end = end;
    }

    static Tokens of(String text) {
        var tokens = new Tokens(text.length());
        for (int i = 0; i < text.length(); ) {
            int to = wordEnd(text, i);
            int point = plain(text.codePointAt(i));
            if (digit(point)) {
                tokens.add(i, WORDS + Math.min(to - i, DIGITS_TOLD_APART), Kind.NUMBER);
            } else if (latin(point)) {
                int symbol = to - i == 1 ? Character.toLowerCase(point) : WORDS + 16 + Math.min(to - i, 15);
                tokens.add(i, symbol, Kind.LATIN);
            } else {
                tokens.add(i, point, kindOf(point));
            }
            i = to;
        }
        return tokens;
    }

    /** Behind the number, the Latin word or the character that starts here. */
    private static int wordEnd(String text, int from) {
        int first = plain(text.codePointAt(from));
        int to = from + Character.charCount(text.codePointAt(from));
        while ((digit(first) || latin(first)) && to < text.length()) {
            int next = plain(text.codePointAt(to));
            if (digit(first) ? !digit(next) : !latin(next)) {
                break;
            }
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    private static int plain(int point) {
        return point >= 0xFF01 && point <= 0xFF5E ? point - FULL_WIDTH : point;
    }

    private static boolean digit(int point) {
        return point >= '0' && point <= '9';
    }

    private static boolean latin(int point) {
        return point >= 'a' && point <= 'z' || point >= 'A' && point <= 'Z';
    }

    private static Kind kindOf(int point) {
        if (NUMERALS.indexOf(point) >= 0) {
            return Kind.NUMERAL;
        }
        return Character.isLetter(point) ? Kind.CHARACTER : Kind.MARK;
    }

    private void add(int start, int symbol, Kind kind) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            symbols = Arrays.copyOf(symbols, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
        }
        starts[size] = start;
        symbols[size] = symbol;
        kinds[size++] = (byte) kind.ordinal();
    }

    int size() {
        return size;
    }

    /** First character of the token; behind the last token the end of the text. */
    int start(int token) {
        return token < size ? starts[token] : end;
    }

    /** What it is; negative outside the text. */
    int symbol(int token) {
        return token < 0 ? -1 : token >= size ? -2 : symbols[token];
    }

    Kind kind(int token) {
        return token < 0 || token >= size ? Kind.MARK : KINDS[kinds[token]];
    }
}
