package io.chengyun.platform.intake.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandTest {

    private static final String ROWS = """
            1,丽发新城旁边的搅拌站太吵,2026-11-01,沪闵路100号
            2,丽发新城旁边的搅拌站灰大,2026/11/2 08:15:00,沪闵路100号
            3,丽发新城旁边的搅拌站难闻,2026-11-03T10:00:00+08:00,
            4,丽发新城旁边的搅拌站夜里施工,2026-11-04,
            5,丽发新城旁边的搅拌站何时搬走,2026-11-05,
            6,公交车改线了,2026-11-05,
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String table, String... more) throws IOException {
        Files.writeString(folder.resolve("in.csv"), table);
        var words = new java.util.ArrayList<>(List.of(
                "--in",
                folder.resolve("in.csv").toString(),
                "--out",
                folder.resolve("out.csv").toString()));
        words.addAll(List.of(more));
        return new TopicsCommand(Path.of("../districts"), new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(words);
    }

    @Test
    void aTopicIsARowWithTheDayOnWhichItBecameHot() throws IOException {
        assertThat(run("id,text,at,address\n" + ROWS, "--address", "address")).isZero();

        var out = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(out.get(0)).isEqualTo("topic,title,hot_on,size,first_on,last_on,place,ids");
        assertThat(out.get(1))
                .startsWith("1,丽发新城旁边的搅拌站")
                .endsWith(",2026-11-05,5,2026-11-01,2026-11-05,沪闵路100号,1 2 3 4 5");
        assertThat(out).hasSize(2);
    }

    @Test
    void aBadRowIsNamedAndStopsNoOther() throws IOException {
        assertThat(run("id,text,at\n" + "a,x,someday\n" + ROWS.replaceAll(",[^,\n]*\n", "\n")))
                .isOne();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("a: at")
                .contains("rows 6, refused 1, topics 1, hot 1");
    }

    @Test
    void anEmptyTableHasNoTopics() throws IOException {
        assertThat(run("id,text,at\n")).isZero();
        assertThat(run("id,text\n")).isEqualTo(2);
    }
}
