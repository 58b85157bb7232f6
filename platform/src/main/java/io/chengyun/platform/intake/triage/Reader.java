package io.chengyun.platform.intake.triage;

import io.chengyun.platform.language.Encoder;
import java.util.regex.Pattern;

/**
 * Reads a text for triage (读文本): its words for the counting of them, and its meaning. What a person says first is what it is
 * about, so the beginning is read twice: its words count once more by themselves, and the meaning is that of the beginning.
 */
final class Reader {

    /** As long as a headline. */
    static final int LEAD = 32;
    /** Encoding takes as long as the text is. */
    private static final int MEANT = 64;

    private static final int LONGEST = 2_000;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBERS = Pattern.compile("[0-9０-９]+");

    private final Encoder encoder;

    Reader(Encoder encoder) {
        this.encoder = encoder;
    }

    /**
     * A text that was read.
     *
     * @param words all numbers alike, without blanks
     */
    record Read(String words, float[] meaning) {

        String lead() {
            return words.substring(0, Math.min(LEAD, words.length()));
        }
    }

    static boolean saysSomething(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    Read read(String text) {
        var begin = cut(BLANKS.matcher(cut(text, LONGEST)).replaceAll(" ").strip(), MEANT);
        var words = BLANKS.matcher(NUMBERS.matcher(cut(text, LONGEST)).replaceAll("0"))
                .replaceAll("");
        return new Read(words, encoder.encode(begin));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
