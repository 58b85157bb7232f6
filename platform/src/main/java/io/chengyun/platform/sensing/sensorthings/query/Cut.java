package io.chengyun.platform.sensing.sensorthings.query;

import io.chengyun.kernel.Malformed;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text at a sign that stands outside quotes and brackets (切分). */
final class Cut {

    private Cut() {}

    static List<String> at(char sign, String option, String text) {
        var parts = new ArrayList<String>();
        int open = 0;
        int begin = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            quoted ^= one == '\'';
            if (!quoted) {
                open += one == '(' ? 1 : one == ')' ? -1 : 0;
                if (one == sign && open == 0) {
                    parts.add(part(option, text.substring(begin, at)));
                    begin = at + 1;
                }
            }
        }
        if (open != 0 || quoted) {
            throw new Malformed(option, "a bracket or a quote is not closed");
        }
        parts.add(part(option, text.substring(begin)));
        return parts;
    }

    private static String part(String option, String text) {
        if (text.isBlank()) {
            throw new Malformed(option, "something is missing before or after a separator");
        }
        return text.strip();
    }
}
