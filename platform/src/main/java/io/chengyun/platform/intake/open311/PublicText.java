package io.chengyun.platform.intake.open311;

import java.util.regex.Pattern;

/** What everybody may read of what citizens wrote (公开文本): numbers that may be a telephone's or a person's are masked. */
final class PublicText {

    /** Seven digits or more, perhaps with a blank or a hyphen between them: no house number is so long. */
    private static final Pattern PERSONAL = Pattern.compile("\\+?\\d(?:[ -]?\\d){6,}[Xx]?");

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private PublicText() {}

    static String of(String text) {
        return EMAIL.matcher(PERSONAL.matcher(text).replaceAll("***")).replaceAll("***");
    }
}
