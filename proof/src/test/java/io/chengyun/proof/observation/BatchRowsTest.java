package io.chengyun.proof.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.proof.Statement;
import io.chengyun.proof.Unreadable;
import io.chengyun.proof.observation.BatchRows.Row;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchRowsTest {

    private static final Instant AT = Instant.parse("2026-07-01T08:00:00.123456Z");
    private final BatchRows rows = new BatchRows(
            List.of(new Row(7, AT, 3.25), new Row(7, AT.plusSeconds(60), -0.0), new Row(9, AT, Double.NaN)));

    private static Statement record(String type, String sha256) {
        return new Statement(
                12, AT, type, "b-1", "{\"at\":\"x\",\"now\":{\"sha256\":\"" + sha256 + "\",\"stored\":3}}");
    }

    @Test
    void theyAreReadAsTheyAreWritten() {
        assertThat(BatchRows.parse(rows.format(12))).isEqualTo(rows);
        assertThat(rows.format(12)).startsWith("# record 12\nstream,time,value\n7,2026-07-01T08:00:00.123456Z,3.25\n");
        assertThat(BatchRows.parse(rows.format(12).replace("\n", "\r\n"))).isEqualTo(rows);
    }

    @Test
    void theirRecordPromisesThem() {
        assertThat(rows.areOf(record("sensing.BatchStored", rows.sha256()))).isTrue();
        assertThat(rows.areOf(record("casework.Closed", rows.sha256()))).isFalse();
    }

    @Test
    void everyChangeIsFound() {
        var record = record("sensing.BatchStored", rows.sha256());
        var all = rows.rows();
        for (var other : List.of(
                List.of(new Row(8, AT, 3.25), all.get(1), all.get(2)),
                List.of(new Row(7, AT.plusNanos(1_000), 3.25), all.get(1), all.get(2)),
                List.of(new Row(7, AT, Math.nextUp(3.25)), all.get(1), all.get(2)),
                List.of(all.get(0), new Row(7, AT.plusSeconds(60), 0.0), all.get(2)),
                List.of(all.get(1), all.get(0), all.get(2)),
                List.of(all.get(0), all.get(1)),
                List.<Row>of())) {
            assertThat(new BatchRows(other).areOf(record)).as("%s", other).isFalse();
        }
    }

    @Test
    void whatIsNoRowNamesItsLine() {
        for (var bad : List.of(
                "7,2026-07-01T08:00:00Z", "x,2026-07-01T08:00:00Z,1", "7,yesterday,1", "7,2026-07-01T08:00:00Z,much")) {
            assertThatThrownBy(() -> BatchRows.parse("stream,time,value\n" + bad + "\n"))
                    .as(bad)
                    .isInstanceOf(Unreadable.class)
                    .hasMessageContaining("line 2");
        }
    }
}
