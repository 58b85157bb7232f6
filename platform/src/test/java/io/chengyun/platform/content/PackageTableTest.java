package io.chengyun.platform.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a district package, and what is said of a wrong cell. */
class PackageTableTest {

    private static final List<String> COLUMNS = List.of("id", "day", "number");

    @TempDir
    Path folder;

    private List<PackageTable.Row> read(String text) throws IOException {
        return PackageTable.read(Files.writeString(folder.resolve("some.csv"), text), COLUMNS);
    }

    private static void refused(Runnable reading, String words) {
        assertThatThrownBy(reading::run).isInstanceOf(Malformed.class).hasMessageContaining(words);
    }

    private void refused(String row, Consumer<PackageTable.Row> reading, String words) throws IOException {
        var only = read("id,day,number\n" + row + "\n").get(0);
        refused(() -> reading.accept(only), words);
    }

    @Test
    void cellsAreReadAsTheyStandAndEmptyOnesAreAbsent() throws IOException {
        var row = read("id,day,number\na,2026-01-31, 20 \n").get(0);
        assertThat(row.day("day")).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(row.findWhole("number")).isEqualTo(20);
        assertThat(read("id,day,number\nb,,\n").get(0).findDay("day")).isNull();
    }

    @Test
    void whatIsWrongIsToldWithFileRowAndColumn() throws IOException {
        refused("a,2026-02-30,", row -> row.day("day"), "some.csv:2 day: '2026-02-30' is no day");
        refused("a,,", row -> row.day("day"), "some.csv:2 day: must not be empty");
        refused("a,,x", row -> row.number("number"), "some.csv:2 number: 'x': write a number");
        refused(
                "a,2026-01-01,",
                row -> row.lastDay("day", LocalDate.of(2026, 1, 2)),
                "some.csv:2 day: 2026-01-01 is before 2026-01-02");
    }

    @Test
    void aTableThatIsNoneIsRefused() {
        refused(() -> reading("id,day\na,2026-01-01\n"), "has no column number");
        refused(() -> reading("id,day,number\na,,\na,,\n"), "id stands in an earlier row");
    }

    private void reading(String text) {
        try {
            read(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
