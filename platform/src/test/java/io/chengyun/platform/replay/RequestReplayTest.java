package io.chengyun.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.Chengyun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another city's requests through the whole house, closed when their file says so. */
class RequestReplayTest {

    private static final String REQUESTS = """
            external_id,requested_at,service_code,description,address,lat,lon,closed_at,sla_due_at
            in-time,2013-01-01 06:32:33,Pick up Dead Animal,a goose,22 Wolcott St,42.3029,-71.0824,2013-01-01 13:14:40,2013-01-02 06:32:33
            late,2013-01-01 07:00:00,Pick up Dead Animal,,23 Wolcott St,42.31,-71.09,2013-01-01 10:00:00,2013-01-01 09:00:59
            bad,yesterday,Pick up Dead Animal,,23 Wolcott St,42.31,-71.09,,
            open,2013-01-01 07:00:00,Bed Bugs,,24 Wolcott St,42.35,-71.06,,2013-01-02 08:00:00
            on-the-dot,2013-01-01 07:30:00,Bed Bugs,,25 Wolcott St,42.36,-71.07,2013-01-01 08:30:00,2013-01-01 08:30:00
            at-once,2013-01-01 09:15:20,Bed Bugs,,26 Wolcott St,42.37,-71.08,2013-01-05 08:30:00,2013-01-01 09:15:20
            in-a-second,2013-01-01 10:00:00,Bed Bugs,,27 Wolcott St,42.38,-71.09,2013-01-01 10:00:00,2013-01-02 10:00:00
            here,2013-01-01 12:00:00,0506,路口积水,,31.1100,121.3800,2013-01-01 12:30:00,
            nowhere,2013-01-01,Bed Bugs,,no such street,,,2013-01-01,
            """;

    private static final String RAIN = """
            thing,property,time,value
            gauge,rainfall,2013-01-01T06:00:00+08:00,0
            gauge,rainfall,2013-01-01T07:00:00+08:00,61.6
            gauge,rainfall,2013-01-01T08:00:00+08:00,0
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private List<JsonNode> events = List.of();

    private int replay(String name, String requests, String... more) throws IOException {
        var words = new ArrayList<>(List.of(more));
        words.addAll(List.of("--requests", write(name + "-requests.csv", requests)));
        words.addAll(List.of("--out", folder.resolve(name + ".jsonl").toString()));
        words.addAll(List.of("--summary", folder.resolve(name + ".json").toString()));
        return new ReplayCommand(Chengyun.class, new PrintStream(errors, true, StandardCharsets.UTF_8)).run(words);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** What happened to the case of this request, joined as a stranger would. */
    private List<String> told(String externalId) {
        var request = events.stream()
                .filter(event -> event.get("type").asString().equals("intake.Received"))
                .filter(event -> event.at("/now/externalId").asString().equals(externalId))
                .findFirst()
                .orElseThrow()
                .get("subject");
        return events.stream()
                .filter(event -> event.at("/now/origin/request").equals(request))
                .map(event -> event.get("type").asString().replace("casework.", "") + " "
                        + event.get("at").asString())
                .filter(line -> line.matches("(Reported|Closed|Overran|Merged) .*"))
                .toList();
    }

    @Test
    void casesCloseWhenTheFileSaysAndOverrunWhenTheirPromiseDoes() throws IOException {
        var rain = write("rain.csv", RAIN);
        assertThat(replay("once", REQUESTS, "--observations", rain, "--actors", "data"))
                .isZero();
        events = Files.readAllLines(folder.resolve("once.jsonl")).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();

        assertThat(told("in-time")).containsExactly("Reported 2012-12-31T22:32:33Z", "Closed 2013-01-01T05:14:40Z");
        assertThat(told("late"))
                .containsExactly(
                        "Reported 2012-12-31T23:00:00Z",
                        "Overran 2013-01-01T01:00:59.001Z",
                        "Closed 2013-01-01T02:00:00Z");
        assertThat(told("open")).containsExactly("Reported 2012-12-31T23:00:00Z", "Overran 2013-01-02T00:00:00.001Z");
        assertThat(told("on-the-dot")).containsExactly("Reported 2012-12-31T23:30:00Z", "Closed 2013-01-01T00:30:00Z");
        assertThat(told("at-once"))
                .containsExactly(
                        "Reported 2013-01-01T01:15:20Z",
                        "Overran 2013-01-01T01:15:20.001Z",
                        "Closed 2013-01-05T00:30:00Z");
        assertThat(told("in-a-second")).containsExactly("Reported 2013-01-01T02:00:00Z", "Closed 2013-01-01T02:00:00Z");
        assertThat(told("here")).containsExactly("Reported 2013-01-01T04:00:00Z", "Closed 2013-01-01T04:30:00Z");
        assertThat(told("nowhere")).containsExactly("Reported 2012-12-31T16:00:00Z", "Closed 2013-01-01T15:59:59Z");

        countsAreTold();
        var far = events.stream()
                .filter(event -> event.at("/now/externalId").asString().equals("late"))
                .findFirst()
                .orElseThrow();
        assertThat(far.at("/now/spot/lon").asDouble()).isEqualTo(-71.09);

        assertThat(replay("twice", REQUESTS, "--observations", rain, "--actors", "data"))
                .isZero();
        assertThat(folder.resolve("twice.jsonl")).hasSameBinaryContentAs(folder.resolve("once.jsonl"));
        assertThat(folder.resolve("twice.json")).hasSameBinaryContentAs(folder.resolve("once.json"));
    }

    private void countsAreTold() {
        var summary = JsonMapper.shared().readTree(folder.resolve("once.json").toFile());
        assertThat(summary.at("/warnings")).hasSize(1);
        assertThat(summary.at("/cases").toString()).isEqualTo("{\"CLOSED\":8,\"HANDLING\":1}");
        assertThat(summary.at("/observations/stored").asInt()).isEqualTo(3);
        assertThat(summary.at("/requests").toString())
                .isEqualTo("{\"received\":8,\"refused\":{\"requested_at\":1},\"outside\":6,\"unplaced\":1,"
                        + "\"classesMade\":2,\"problems\":[\"row 4: requested_at: 'yesterday' is no time; write "
                        + "2013-09-13T17:00:00+08:00, 2013-09-13 17:00:00 or 2013-09-13\"]}");
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("row 4: requested_at: 'yesterday' is no time");
    }

    @Test
    void fileWithoutAGoodRowIsSaidInASentenceAndEndsWithTwo() throws IOException {
        var head = REQUESTS.lines().findFirst().orElseThrow() + "\n";
        assertThat(replay("empty", head + "a-1,soon,Litter,,,1,1,,\n")).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("row 2: requested_at: 'soon' is no time")
                .contains("--requests: holds no row that can be read");
        assertThat(folder.resolve("empty.jsonl")).doesNotExist();
    }
}
