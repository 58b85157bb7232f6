package io.chengyun.acceptance.judge.requests;

import io.chengyun.acceptance.judge.requests.Boston.Asked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Whether the house's clock agrees with the city's flag (时钟得分): events joined to rows by the city's own number. */
final class ClockScore {

    private static final int TO_THE_MINUTE = "2013-01-02T06:32".length();

    private final Map<String, String> requests = new HashMap<>();
    private final Map<String, String> overran = new HashMap<>();

    /** Whether the line is one of the few that count. */
    static boolean counts(String line) {
        return line.contains("\"type\":\"intake.Received\"") || line.contains("\"type\":\"casework.Overran\"");
    }

    void add(JsonNode event) {
        if (event.get("type").asString().equals("intake.Received")) {
            requests.put(
                    event.at("/now/externalId").asString(), event.get("subject").asString());
        } else {
            overran.put(
                    event.at("/now/origin/request").asString(), event.get("at").asString());
        }
    }

    boolean knows(Asked row) {
        return requests.containsKey(row.id());
    }

    /** Share of rows whose case overran exactly if the city says so. */
    double agreement(List<Asked> rows) {
        return share(rows, row -> overran.containsKey(request(row)) == row.overdue());
    }

    /**
     * Share of overdue rows whose case was said to overrun in the minute of the target.
     *
     * @param target of a row, as the house writes it
     */
    double minutes(List<Asked> overdue, Map<String, String> target) {
        return share(overdue, row -> {
            var at = overran.getOrDefault(request(row), "");
            return at.length() > TO_THE_MINUTE
                    && target.getOrDefault(row.id(), "").startsWith(at.substring(0, TO_THE_MINUTE));
        });
    }

    private String request(Asked row) {
        return requests.getOrDefault(row.id(), "");
    }

    private static double share(List<Asked> rows, Predicate<Asked> right) {
        return (double) rows.stream().filter(right).count() / Math.max(1, rows.size());
    }
}
