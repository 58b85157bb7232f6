package io.chengyun.platform.scenario.file;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one entry of a scenario file, read key by key (条目).
 *
 * <p>Whatever is missing or wrong becomes a problem and a harmless stand-in, so that reading goes on and all problems are
 * told at once; a package with a problem is never built.
 */
public final class Section {

    private final String file;
    private final int line;
    private final Map<String, Node> fields;
    private final Problems problems;
    private final Set<String> read = new HashSet<>();

    private Section(String file, int line, Map<String, Node> fields, Problems problems) {
        this.file = file;
        this.line = line;
        this.fields = fields;
        this.problems = problems;
    }

    /** The fields of a node; none, and a problem, if it has no fields. */
    public static Section of(String file, @Nullable Node node, Problems problems) {
        if (node == null) {
            return new Section(file, 1, Map.of(), new Problems());
        }
        if (node.fields() == null) {
            problems.add(file, node.line(), "must be fields, such as 'id: …'");
            return new Section(file, node.line(), Map.of(), new Problems());
        }
        return new Section(file, node.line(), node.fields(), problems);
    }

    /** The same entry, with these fields wherever it has none of its own. */
    public Section or(Map<String, Node> others) {
        var all = new HashMap<>(others);
        all.putAll(fields);
        return new Section(file, line, all, problems);
    }

    public boolean has(String key) {
        return fields.containsKey(key);
    }

    /** Whether fields stand under a key, and not a text or a list. */
    public boolean hasFields(String key) {
        var node = fields.get(key);
        return node != null && node.fields() != null;
    }

    public String text(String key) {
        read.add(key);
        var node = fields.get(key);
        if (node == null) {
            problems.add(file, line, "'" + key + "' is missing; add it");
            return "";
        }
        if (node.text() == null || node.text().isBlank()) {
            problems.add(file, node.line(), "'" + key + "' must be a text that is not empty");
            return "";
        }
        return node.text();
    }

    /** A text that must match; a wrong one is a problem with this advice. */
    public String text(String key, String form, String advice) {
        var text = text(key);
        if (!text.isEmpty() && !text.matches(form)) {
            wrong(key, "'" + key + "' is '" + text + "'; " + advice);
        }
        return text;
    }

    /** A text that must be one of the known ones; not held against an empty list, whose lack is a problem of its own. */
    public String oneOf(String key, Collection<String> known) {
        var text = text(key);
        if (!text.isEmpty() && !known.isEmpty() && !known.contains(text)) {
            wrong(key, "'" + text + "' is no known " + key + "; use one of " + String.join(", ", known));
        }
        return text;
    }

    public Grade grade(String key) {
        return oneOf(key, Grade.BLUE);
    }

    /** A word for one of the enum's values, in any case. */
    public <E extends Enum<E>> E oneOf(String key, E standIn) {
        var values = standIn.getDeclaringClass().getEnumConstants();
        var text = oneOf(key, Arrays.stream(values).map(Enum::name).toList());
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(standIn);
    }

    /** A number; NaN, and a problem, if there is none. */
    public double number(String key) {
        var text = text(key);
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            wrong(key, "'" + key + "' is '" + text + "'; write a number");
            return Double.NaN;
        }
    }

    public int whole(String key, int least) {
        var text = text(key, "\\d{1,9}", "write a whole number");
        int whole = text.matches("\\d{1,9}") ? Integer.parseInt(text) : least;
        if (whole < least) {
            wrong(key, "'" + key + "' is " + whole + "; must be " + least + " or more");
        }
        return whole;
    }

    public boolean flag(String key) {
        return oneOf(key, List.of("true", "false")).equals("true");
    }

    /** A length of time longer than nothing, ISO 8601. */
    public Duration duration(String key) {
        var text = text(key);
        try {
            var duration = text.isEmpty() ? Duration.ofHours(1) : Duration.parse(text);
            if (duration.isNegative() || duration.isZero()) {
                wrong(key, "'" + key + "' is " + text + "; must be longer than nothing");
            }
            return duration;
        } catch (DateTimeException notADuration) {
            wrong(key, "'" + key + "' is '" + text + "'; write a duration such as PT30M or PT1H");
            return Duration.ofHours(1);
        }
    }

    /** The entries under a key, at least one. */
    public List<Section> sections(String key) {
        return items(key).stream().map(item -> of(file, item, problems)).toList();
    }

    public List<String> texts(String key) {
        return items(key).stream()
                .map(item -> item.text() == null ? "" : item.text())
                .toList();
    }

    /** Like {@link #texts}, and none where an empty list is written. */
    public List<String> textsOrNone(String key) {
        var node = fields.get(key);
        if (node != null && node.items() != null && node.items().isEmpty()) {
            read.add(key);
            return List.of();
        }
        return texts(key);
    }

    private List<Node> items(String key) {
        read.add(key);
        var node = fields.get(key);
        if (node == null || node.items() == null || node.items().isEmpty()) {
            wrong(key, "'" + key + "' must be a list with at least one entry");
            return List.of();
        }
        return node.items();
    }

    public Section section(String key) {
        read.add(key);
        if (!has(key)) {
            problems.add(file, line, "'" + key + "' is missing; add it");
        }
        return of(file, fields.get(key), problems);
    }

    /** Makes a value that may say itself that it is malformed; null, and a problem, if it does. */
    public <T> @Nullable T made(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (Malformed malformed) {
            wrong(malformed.field(), String.valueOf(malformed.getMessage()));
            return null;
        }
    }

    /** Says that a field is wrong, at its line if it has one. */
    public void wrong(String key, String what) {
        var node = fields.get(key);
        problems.add(file, node == null ? line : node.line(), what);
    }

    /** Says that every field not asked for is unknown. */
    public void noOthers() {
        for (var field : fields.entrySet()) {
            if (!read.contains(field.getKey())) {
                var known = read.stream().sorted().toList();
                problems.add(
                        file,
                        field.getValue().line(),
                        "'" + field.getKey() + "' is unknown here; known are " + String.join(", ", known));
            }
        }
    }
}
