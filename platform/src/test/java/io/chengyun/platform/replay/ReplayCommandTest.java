package io.chengyun.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.Chengyun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReplayCommandTest {

    private static final String CLOUDBURST = """
            thing,property,time,value
            gauge,rainfall,2013-09-13T16:00:00+08:00,0
            gauge,rainfall,2013-09-13T17:00:00+08:00,61.6
            gauge,rainfall,2013-09-13T17:00:00+08:00,61.6
            gauge,rainfall,2013-09-13T18:00:00+08:00,NA
            gauge,rainfall,2013-09-13T19:00:00+08:00,plenty
            gauge,snow,2013-09-13T19:00:00+08:00,1
            gauge,rainfall,2013-09-13T20:00:00+08:00,0
            gauge,rainfall,2013-09-13T21:00:00+08:00,0
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int replay(String name, String observations) throws IOException {
        var input = Files.writeString(folder.resolve(name + ".csv"), observations);
        return new ReplayCommand(Chengyun.class, new PrintStream(errors, true, StandardCharsets.UTF_8))
                .run(List.of(
                        "--observations",
                        input.toString(),
                        "--out",
                        folder.resolve(name + ".jsonl").toString(),
                        "--summary",
                        folder.resolve(name + ".json").toString()));
    }

    @Test
    void cloudburstIsWarnedOfAndItsCaseRunsToTheEndTheSameEveryTime() throws IOException {
        assertThat(replay("once", CLOUDBURST)).isZero();
        assertThat(replay("twice", CLOUDBURST)).isZero();
        assertThat(folder.resolve("twice.jsonl")).hasSameBinaryContentAs(folder.resolve("once.jsonl"));
        assertThat(folder.resolve("twice.json")).hasSameBinaryContentAs(folder.resolve("once.json"));

        var summary = JsonMapper.shared().readTree(folder.resolve("once.json").toFile());
        assertThat(summary.at("/warnings/0/colours/0/grade").asString()).isEqualTo("YELLOW");
        assertThat(summary.at("/warnings/0/raisedAt").asString()).isEqualTo("2013-09-13T09:00:00Z");
        assertThat(summary.at("/cases").toString()).isEqualTo("{\"CLOSED\":1}");
        assertThat(summary.at("/observations").toString())
                .isEqualTo("{\"received\":8,\"stored\":4,\"rejected\":{\"duplicate\":1,\"missing\":1,"
                        + "\"not-numeric\":1,\"unknown-datastream\":1}}");
        assertThat(summary.at("/latencies/act/n").asInt()).isEqualTo(1);

        var lines = Files.readAllLines(folder.resolve("once.jsonl"));
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith("{\"n\":" + (i + 1) + ",\"at\":\"");
        }
    }

    @Test
    void wrongInputIsSaidInASentenceAndEndsWithTwo() throws IOException {
        assertThat(replay("empty", "thing,value\n")).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("empty.csv: the first line must be thing,property,time,value");
        assertThat(folder.resolve("empty.jsonl")).doesNotExist();
    }
}
