package io.chengyun.platform.replay;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.evaluation.LatencyFigures;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.warning.WarningEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the journal as JSON lines and gathers the summary on the way. */
final class ReplayOutput {

    private static final int PAGE = 1_000;

    private final JsonMapper json;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, WarningLine> warnings = new LinkedHashMap<>();
    private final Map<String, String> caseStates = new LinkedHashMap<>();

    ReplayOutput(JsonMapper json) {
        this.json = json;
    }

    /** A warning's life: each colour it took and when, from the raising to the lifting. */
    record WarningLine(
            String id,
            String danger,
            String town,
            List<Colour> colours,
            Instant raisedAt,
            @Nullable Instant easedAt,
            @Nullable Instant liftedAt) {}

    /** A colour and since when it holds. */
    record Colour(Grade grade, Instant at) {}

    /** The whole summary file. */
    record Summary(
            Map<String, Long> events,
            List<WarningLine> warnings,
            Map<String, Long> cases,
            LatencyFigures latencies,
            Tally.Counts observations,
            RequestTally.@Nullable Counts requests) {}

    void writeEvents(Journal journal, Path out) {
        try (var lines = Files.newBufferedWriter(out)) {
            long after = 0;
            for (var page = journal.list(after, PAGE); !page.isEmpty(); page = journal.list(after, PAGE)) {
                for (var entry : page) {
                    write(entry, lines);
                    gather(entry);
                }
                after = page.get(page.size() - 1).number();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + out, e);
        }
    }

    private void write(Entry entry, BufferedWriter lines) throws IOException {
        var payload = (ObjectNode) json.readTree(entry.payload());
        var line = json.createObjectNode();
        line.put("n", entry.number());
        line.set("at", payload.remove("at"));
        line.put("type", entry.type());
        line.put("subject", entry.subject());
        line.set("now", payload.remove("now"));
        line.setAll(payload);
        lines.write(json.writeValueAsString(line));
        lines.write('\n');
    }

    private void gather(Entry entry) {
        counts.merge(entry.type(), 1L, Long::sum);
        DomainEvent event = entry.event();
        if (event instanceof WarningEvent warning) {
            warnings.merge(
                    warning.subject(),
                    line(warning, new ArrayList<>()),
                    (before, same) -> line(warning, before.colours()));
        }
        if (event instanceof CaseEvent happened) {
            caseStates.put(happened.subject(), happened.now().state().name());
        }
    }

    private static WarningLine line(WarningEvent event, List<Colour> colours) {
        var warning = event.now();
        if (colours.isEmpty() || colours.get(colours.size() - 1).grade() != warning.grade()) {
            colours.add(new Colour(warning.grade(), event.at()));
        }
        return new WarningLine(
                warning.id(),
                warning.identity().danger(),
                warning.identity().town().value(),
                colours,
                warning.times().raisedAt(),
                warning.times().easedAt(),
                warning.times().liftedAt());
    }

    /** @param requests null when none were replayed */
    void writeSummary(
            LatencyFigures latencies, Tally.Counts observations, RequestTally.@Nullable Counts requests, Path file) {
        Map<String, Long> cases = new TreeMap<>();
        caseStates.values().forEach(state -> cases.merge(state, 1L, Long::sum));
        var summary = new Summary(counts, List.copyOf(warnings.values()), cases, latencies, observations, requests);
        try {
            Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(summary) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
