package io.chengyun.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {

    @TempDir
    Path folder;

    private List<String> lines(List<String> row) throws IOException {
        var file = folder.resolve("out.csv");
        try (var out = new TableWriter(file, List.of("id", "text"))) {
            out.write(row);
        }
        return Files.readAllLines(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "=1",
                "+1",
                "+86 138 0000",
                "-",
                "-x",
                "-1+cmd|' /C calc'!A0",
                "-1\n=1",
                "@sum",
                "\tx",
                "\rx",
                "-.5",
                "-1,5"
            })
    void noCellStartsAFormula(String cell) throws IOException {
        lines(List.of("1", cell));
        assertThat(Files.readString(folder.resolve("out.csv"))).contains("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3.5", "-1", "0", "12.25", "-1.5E-7", "1e10"})
    void aNumberStaysANumberAlsoBelowZero(String number) throws IOException {
        assertThat(lines(List.of("1", number)).get(1)).isEqualTo("1," + number);
    }

    @Test
    void whatHoldsACommaIsQuotedAndReadBackTheSame() throws IOException {
        lines(List.of("1", "甲,\"乙\"\n丙"));
        var back = new java.util.ArrayList<List<String>>();
        new TableReader(folder.resolve("out.csv"), List.of("id", "text")).read(back::add, torn -> {});

        assertThat(back).containsExactly(List.of("1", "甲,\"乙\"\n丙"));
    }

    @Test
    void anEmptyFirstCellKeepsItsComma() throws IOException {
        assertThat(lines(List.of("", "x"))).containsExactly("id,text", ",x");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new TableWriter(folder.resolve("no/out.csv"), List.of("id")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("folder that is there");
    }
}
