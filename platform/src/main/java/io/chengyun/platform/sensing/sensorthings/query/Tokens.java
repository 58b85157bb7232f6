package io.chengyun.platform.sensing.sensorthings.query;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.sensorthings.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a filter into words and signs (词法). */
final class Tokens {

    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String HOUR = "\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?";

    private record Form(Kind kind, Pattern pattern) {}

    /** In this order: a date is also the beginning of an instant, and a number that of a date. */
    private static final List<Form> FORMS = List.of(
            // A plus that nobody escaped arrives as a space.
            new Form(Kind.INSTANT, Pattern.compile(DAY + "T" + HOUR + "(?:Z|[+\\- ]\\d{2}:?\\d{2})")),
            new Form(Kind.DATE, Pattern.compile(DAY + "(?![\\dT])")),
            new Form(Kind.TIME, Pattern.compile(HOUR)),
            new Form(Kind.NUMBER, Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?(?![\\w.:'-])")),
            new Form(Kind.STRING, Pattern.compile("'[^']*+(?:''[^']*+)*+'")),
            new Form(Kind.PREFIXED, Pattern.compile("[a-z]+'[^']*+(?:''[^']*+)*+'")),
            new Form(Kind.NAME, Pattern.compile("[\\p{L}_@][\\p{L}\\p{N}_@.:-]*")),
            new Form(Kind.OPEN, Pattern.compile("\\(")),
            new Form(Kind.CLOSE, Pattern.compile("\\)")),
            new Form(Kind.COMMA, Pattern.compile(",")),
            new Form(Kind.SLASH, Pattern.compile("/")));

    private Tokens() {}

    /** The words, with an END behind them. */
    static List<Token> of(String option, String text) {
        var tokens = new ArrayList<Token>();
        int at = skipSpace(text, 0);
        while (at < text.length()) {
            var token = next(option, text, at);
            tokens.add(token);
            at = skipSpace(text, at + token.text().length());
        }
        tokens.add(new Token(Kind.END, "the end", text.length() + 1));
        return tokens;
    }

    private static Token next(String option, String text, int at) {
        for (var form : FORMS) {
            var matcher = form.pattern().matcher(text).region(at, text.length());
            matcher.useTransparentBounds(true);
            if (matcher.lookingAt()) {
                return new Token(form.kind(), matcher.group(), at + 1);
            }
        }
        throw new Malformed(
                option, "nothing of the language begins with '" + text.charAt(at) + "' at character " + (at + 1));
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
