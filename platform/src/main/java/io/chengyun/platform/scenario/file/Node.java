package io.chengyun.platform.scenario.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A value in a YAML file that knows its line: exactly one of a text, a list or fields.
 *
 * @param line counted from 1
 */
public record Node(
        int line,
        @Nullable String text,
        @Nullable List<Node> items,
        @Nullable Map<String, Node> fields) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Reads a file's text; what is no YAML is a problem, and then null comes back. */
    public static @Nullable Node read(String file, String content, Problems problems) {
        try (var parser = YAML.createParser(content)) {
            if (parser.nextToken() == null) {
                problems.add(file, 1, "is empty; see the same file of another scenario");
                return null;
            }
            return value(parser, file, problems);
        } catch (JacksonException wrong) {
            problems.add(file, wrong.getLocation().getLineNr(), "is no YAML: " + firstLine(wrong.getOriginalMessage()));
            return null;
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").trim();
    }

    private static Node value(JsonParser parser, String file, Problems problems) {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return new Node(line, null, null, fields(parser, file, problems));
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            var items = new ArrayList<Node>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser, file, problems));
            }
            return new Node(line, null, items, null);
        }
        return new Node(line, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString(), null, null);
    }

    private static Map<String, Node> fields(JsonParser parser, String file, Problems problems) {
        var fields = new LinkedHashMap<String, Node>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int line = parser.currentTokenLocation().getLineNr();
            var name = parser.currentName();
            parser.nextToken();
            if (fields.put(name, value(parser, file, problems)) != null) {
                problems.add(file, line, "'" + name + "' is written twice; keep one");
            }
        }
        return fields;
    }
}
