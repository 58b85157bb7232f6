package io.chengyun.platform.intake.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of requests in, and what each repeats out. */
class DuplicatesCommandTest {

    private static final String HEAD = "external_id,requested_at,service_code,description,address,lat,lon,closed_at\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String rows, String... more) throws IOException {
        Files.writeString(folder.resolve("in.csv"), HEAD + rows);
        var words = new java.util.ArrayList<>(List.of(
                "--in",
                folder.resolve("in.csv").toString(),
                "--out",
                folder.resolve("out.csv").toString()));
        words.addAll(List.of(more));
        var clock = Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC);
        return new DuplicatesCommand(
                        Path.of("../districts"),
                        clock,
                        text -> new float[] {1},
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(words);
    }

    private List<String> out() throws IOException {
        return Files.readAllLines(folder.resolve("out.csv")).stream()
                .skip(1)
                .map(row -> row.split(",", 4))
                .map(cells -> cells[0] + (cells[1].equals("1") ? " is " + cells[2] : ""))
                .toList();
    }

    @Test
    void whatRepeatsAnOpenOneIsNamedWithIt() throws IOException {
        int ended = run("""
                a,2013-03-04,Garbage,,4356 S WOOD ST,41.8151,-87.6708,2013-03-08
                b,2013-03-05,Garbage,,4356 S Wood St,41.8151,-87.6708,2013-03-08
                c,2013-03-06,Dogs,,4356 S WOOD ST,,,2013-03-08
                d,2013-03-06,Garbage,,4358 S WOOD ST,41.8151,-87.6708,
                """);

        assertThat(ended).isZero();
        assertThat(out()).containsExactly("a", "b is a", "c is a", "d");
    }

    @Test
    void aDaysClosingsComeBeforeItsRequestsButWhatCameThatDayIsOpenUntilItsEnd() throws IOException {
        run("""
                a,2013-03-04,Garbage,,4356 S WOOD ST,41.8151,-87.6708,2013-03-06
                b,2013-03-06,Garbage,,4356 S WOOD ST,41.8151,-87.6708,2013-03-06
                c,2013-03-06,Garbage,,4356 S WOOD ST,41.8151,-87.6708,2013-03-06
                d,2013-03-07,Garbage,,4356 S WOOD ST,41.8151,-87.6708,
                """);

        assertThat(out()).containsExactly("a", "b", "c is b", "d");
    }

    @Test
    void theSameNumberAgainIsNoRequestAndAJoinedOneLastsAsLongAsItsMatter() throws IOException {
        int ended = run("""
                a,2013-03-04 08:00:00,Garbage,,4356 S WOOD ST,41.8151,-87.6708,2013-03-09 12:00:00
                a,2013-03-04 08:00:00,Garbage,,4356 S WOOD ST,41.8151,-87.6708,2013-03-09 12:00:00
                b,2013-03-05 09:00:00,Garbage,,4356 S WOOD ST,41.8151,-87.6708,
                c,2013-03-10 09:00:00,Garbage,,4356 S WOOD ST,41.8151,-87.6708,
                """, "--zone", "America/Chicago");

        assertThat(ended).isOne();
        assertThat(out()).containsExactly("a", "b is a", "c");
    }

    @Test
    void aBadRowIsNamedAndStopsNoOther() throws IOException {
        int ended = run("""
                a,soon,Garbage,,4356 S WOOD ST,41.8151,-87.6708,
                b,2013-03-05,Garbage,,4356 S WOOD ST,north,-87.6708,
                c,2013-03-05,Garbage,,4356 S WOOD ST,41.8151,-87.6708,2013-13-45
                d,2013-03-05,Garbage,😀😀,,,,
                e,2013-03-05,Garbage,😀😀,,,,
                """);

        assertThat(ended).isOne();
        assertThat(out()).containsExactly("d", "e");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("a: requested_at")
                .contains("b: lat")
                .contains("c: closed_at")
                .contains("rows 2, refused 3, merged 0");
    }

    @Test
    void anUnknownZoneEndsIt() throws IOException {
        assertThat(run("", "--zone", "Mars/Olympus")).isEqualTo(2);
    }
}
