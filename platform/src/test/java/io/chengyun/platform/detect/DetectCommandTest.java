package io.chengyun.platform.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String rule, String series) throws IOException {
        Files.writeString(folder.resolve("in.csv"), series);
        var errors = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new DetectCommand(Path.of("..", "districts"), errors)
                .run(List.of("--rule", rule, "--in", in("in.csv"), "--out", in("out.csv")));
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> out() throws IOException {
        return Files.readAllLines(folder.resolve("out.csv"));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String hours(String... values) {
        var text = new StringBuilder("time,value\n");
        for (int i = 0; i < values.length; i++) {
            text.append("2013-10-07 %02d:00:00,%s%n".formatted(i, values[i]));
        }
        return text.toString();
    }

    @Test
    void theWholeRunThatStoodStillIsFlagged() throws IOException {
        assertThat(run("stuck", hours("1", "5", "5", "5", "5", "5", "5", "5", "9")))
                .isZero();

        assertThat(out())
                .hasSize(10)
                .startsWith("time,value,score,flag", "2013-10-07 00:00:00,1,0.000000,0")
                .contains("2013-10-07 01:00:00,5,0.000000,1", "2013-10-07 07:00:00,5,1.000000,1")
                .endsWith("2013-10-07 08:00:00,9,0.000000,0");
        assertThat(said()).contains("rows 9, torn 0, missing 0, flagged 7, findings 2");
    }

    @Test
    void aRuleFileNeedsNeitherIdNorDanger() throws IOException {
        var rule = Files.writeString(
                folder.resolve("rule.yml"), "kind: threshold\ngrades:\n  - { grade: RED, over: 4 }\n");

        assertThat(run(rule.toString(), hours("1", "5", "1"))).isZero();
        assertThat(out()).contains("2013-10-07 01:00:00,5,1.000000,1");
    }

    @Test
    void missingValuesAreCountedAndNeverZero() throws IOException {
        assertThat(run("stuck", hours("5", "NA", "", "5", "6"))).isZero();

        assertThat(out()).contains("2013-10-07 01:00:00,NA,0.000000,0");
        assertThat(said()).contains("missing 2, flagged 0");
    }

    @Test
    void aMissingValueTakesAwayNoGrade() throws IOException {
        var rule = Files.writeString(
                folder.resolve("rule.yml"), "kind: threshold\ngrades:\n  - { grade: RED, over: 4 }\n");

        assertThat(run(rule.toString(), hours("NA", "5", "NA", "5", "1", "NA"))).isZero();
        assertThat(out().stream().skip(1).map(row -> row.substring(row.length() - 1)))
                .containsExactly("0", "1", "1", "1", "0", "0");
    }

    @Test
    void tornRowsAreToldAndKeepTheirPlace() throws IOException {
        var series = hours("1", "2", "3") + "2013-10-07 01:00:00,4\nrubbish\n2013-10-07 09:00:00,x\n";

        assertThat(run("stuck", series)).isEqualTo(1);
        assertThat(out()).hasSize(7).contains("rubbish,0.000000,0");
        assertThat(said()).contains("row 5: its time is not after", "row 6: 0 values", "row 7: ", "torn 3");
    }

    @Test
    void everyColumnIsWeighedByItself() throws IOException {
        var series = "t,a,b\n" + "2013-10-07T00:00:00Z,1,7\n2013-10-07T01:00:00Z,2,7\n2013-10-07T02:00:00Z,3,7\n"
                + "2013-10-07T03:00:00Z,4,7\n2013-10-07T04:00:00Z,5,7\n2013-10-07T05:00:00Z,6,7\n";

        assertThat(run("stuck", series)).isZero();
        assertThat(out()).endsWith("2013-10-07T05:00:00Z,6,7,1.000000,1");
    }

    @Test
    void whatAStreamNeverDidIsFlaggedByTheKindThatLearns() throws IOException {
        var series = new StringBuilder("time,value\n");
        for (int i = 0; i < 600; i++) {
            double value = i >= 500 && i < 505 ? 90 : 20 + 5 * Math.sin(i / 8.0) + i * 7 % 5 / 10.0;
            var at = Instant.parse("2013-10-07T00:00:00Z").plus(Duration.ofMinutes(5L * i));
            series.append(at).append(',').append(value).append('\n');
        }

        assertThat(run("learnt", series.toString())).isZero();
        assertThat(out().subList(1, 501)).as("as usual").allMatch(row -> row.endsWith(",0"));
        assertThat(out().subList(501, 506)).as("never before").anyMatch(row -> row.endsWith(",1"));
    }

    @Test
    void anUnknownKindIsToldWithTheKnownOnes() throws IOException {
        assertThat(run("magic", hours("1", "2"))).isEqualTo(2);
        assertThat(said()).contains("'magic' is no known kind; use one of threshold, windowSum");
    }

    @Test
    void anEmptyFileIsTold() throws IOException {
        assertThat(run("stuck", "")).isEqualTo(2);
        assertThat(said()).contains("is empty");
    }
}
