package io.chengyun.platform.sensing.sensorthings.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A piece of SQL with the values bound in it (查询片段). Text comes from constants and closed tables only; what a caller
 * wrote becomes a parameter.
 */
public record SqlText(String text, List<Object> bound) {

    public static final SqlText EMPTY = raw("");

    public SqlText {
        bound = List.copyOf(bound);
    }

    /** SQL of our own. */
    public static SqlText raw(String text) {
        return new SqlText(text, List.of());
    }

    /** A value as a parameter of an SQL type. */
    static SqlText bound(String type, Object value) {
        return new SqlText("?::" + type, List.of(value));
    }

    /** Our own SQL with pieces in it, named by their numbers: {@code ({0} + {1})}. */
    static SqlText fill(String template, List<SqlText> pieces) {
        var text = new StringBuilder();
        var bound = new ArrayList<Object>();
        int at = 0;
        while (at < template.length()) {
            if (template.charAt(at) == '{' && Character.isDigit(template.charAt(at + 1))) {
                var piece = pieces.get(template.charAt(at + 1) - '0');
                text.append(piece.text);
                bound.addAll(piece.bound);
                at += 3;
            } else {
                text.append(template.charAt(at++));
            }
        }
        return new SqlText(text.toString(), bound);
    }

    static SqlText fill(String template, SqlText... pieces) {
        return fill(template, List.of(pieces));
    }

    public SqlText then(SqlText next) {
        var both = new ArrayList<>(bound);
        both.addAll(next.bound);
        return new SqlText(text + next.text, both);
    }

    public SqlText then(String next) {
        return new SqlText(text + next, bound);
    }

    /** The pieces with a separator between. */
    public static SqlText join(String separator, Collection<SqlText> pieces) {
        var joined = EMPTY;
        for (var piece : pieces) {
            joined = joined.text.isEmpty() ? piece : joined.then(separator).then(piece);
        }
        return joined;
    }
}
