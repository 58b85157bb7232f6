package io.chengyun.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.Reject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {

    @TempDir
    Path folder;

    private Timeline read(String text) throws IOException {
        return Timeline.read(Files.writeString(folder.resolve("in.csv"), text));
    }

    @Test
    void rowsComeInTheOrderOfTheirTimesThoseOfOneTimeTogether() throws IOException {
        var timeline = read("""
                thing,property,time,value
                b,rainfall,2013-10-07T01:00:00+08:00,2
                a,rainfall,2013-10-07T00:00:00+08:00,1
                a,rainfall,2013-10-07T01:00:00+08:00,3
                """);
        assertThat(timeline.steps()).hasSize(2);
        assertThat(timeline.steps().get(1)).extracting(Timeline.Row::value).containsExactly("2", "3");
        assertThat(timeline.first()).isEqualTo(Instant.parse("2013-10-06T16:00:00Z"));
        assertThat(timeline.last()).isEqualTo(Instant.parse("2013-10-06T17:00:00Z"));
    }

    @Test
    void missingValueStaysMissing() throws IOException {
        var timeline = read("""
                thing,property,time,value
                a,rainfall,2013-10-07T00:00:00+08:00,NA
                a,rainfall,2013-10-07T01:00:00+08:00,
                """);
        assertThat(timeline.steps())
                .flatExtracting(step -> step)
                .extracting(Timeline.Row::value)
                .containsExactly("NA", "");
    }

    @Test
    void rowThatCannotBeReadIsKeptAsARejectAndTheRestGoesOn() throws IOException {
        var timeline = read("""
                thing,property,time,value
                a,rainfall,2013-10-07T00:00:00+08:00,1
                a,rainfall,yesterday,1
                a,rainfall
                """);
        assertThat(timeline.steps()).hasSize(1);
        assertThat(timeline.steps().get(0))
                .extracting(Timeline.Row::reject)
                .containsExactly(Reject.MALFORMED_ROW, Reject.MALFORMED_ROW, null);
        assertThat(timeline.timeOf(timeline.steps().get(0))).isEqualTo(Instant.parse("2013-10-06T16:00:00Z"));
    }

    @Test
    void gzipIsReadAsItIs() throws IOException {
        var file = folder.resolve("in.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("thing,property,time,value\na,rainfall,2013-10-07T00:00:00+08:00,1\n".getBytes());
        }
        assertThat(Timeline.read(file).steps()).hasSize(1);
    }

    @Test
    void wrongHeaderIsNamed() {
        assertThatThrownBy(() -> read("thing,value\n"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("in.csv: the first line must be thing,property,time,value");
    }

    @Test
    void absentFileIsNamed() {
        assertThatThrownBy(() -> Timeline.read(folder.resolve("none.csv")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("there is no such file");
    }
}
