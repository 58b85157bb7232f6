package io.chengyun.platform.scenario.kind;

import io.chengyun.platform.scenario.file.Node;
import io.chengyun.platform.scenario.file.Problems;
import io.chengyun.platform.scenario.file.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Published defaults of the kinds (规则类型默认值), read from {@code defaults.yml} beside this class. */
public final class Defaults {

    private static final String FILE = "defaults.yml";
    private static final Map<String, Node> KINDS = read();

    private Defaults() {}

    /** Names of the kinds that have defaults, by name. */
    public static List<String> names() {
        return KINDS.keySet().stream().sorted().toList();
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
