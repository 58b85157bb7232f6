package io.chengyun.platform.scenario.kind;

import io.chengyun.platform.scenario.file.Node;
import io.chengyun.platform.scenario.file.Problems;
import io.chengyun.platform.scenario.file.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Published defaults of the kinds (规则类型默认值), read from {@code defaults.yml} beside this class. */
public final class Defaults {

    private static final String FILE = "defaults.yml";
    private static final Map<String, Node> KINDS = read();

    private Defaults() {}

    /** What a kind's defaults say, key by key as they are written; nothing for a kind without any. */
    public static Map<String, String> of(String kind) {
        var node = KINDS.get(kind);
        var said = new TreeMap<String, String>();
        if (node != null && node.fields() != null) {
            node.fields().forEach((key, value) -> said.put(key, written(value)));
        }
        return said;
    }

    private static String written(Node value) {
        var items = value.items();
        return items == null
                ? Objects.requireNonNullElse(value.text(), "")
                : items.stream().map(Defaults::written).toList().toString();
    }

    /** The entry, with what a kind's defaults say wherever it says nothing. */
    public static Section fill(String kind, Section entry) {
        var node = KINDS.get(kind);
        return node == null || node.fields() == null ? entry : entry.or(node.fields());
    }

    private static Map<String, Node> read() {
        var problems = new Problems();
        try (var file = Defaults.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            var node = Node.read(FILE, new String(file.readAllBytes(), StandardCharsets.UTF_8), problems);
            if (node == null || node.fields() == null || problems.count() > 0) {
                throw new IllegalStateException(FILE + " is wrong: " + problems.list());
            }
            return node.fields();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
