package io.chengyun.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {

    @Test
    void columnThatMayBeMissingIsEmptyWhereItIsAndRowsAreNumberedAsASpreadsheetDoes() throws IOException {
        var file = Files.writeString(folder.resolve("in.csv"), "text,id,more\nx,1,m\ntorn\ny,2,n\n");
        var numbered = new ArrayList<String>();
        new TableReader(file, List.of("id"), List.of("none", "more"))
                .readNumbered((cells, number) -> numbered.add(number + String.join("|", cells)), torn::add);
        assertThat(numbered).containsExactly("21||m", "42||n");
    }

    @TempDir
    Path folder;

    private final List<List<String>> good = new ArrayList<>();
    private final List<String> torn = new ArrayList<>();

    private TableReader.Outcome read(String text, Charset charset) throws IOException {
        var file = Files.write(folder.resolve("in.csv"), text.getBytes(charset));
        return new TableReader(file, List.of("id", "text")).read(good::add, torn::add);
    }

    private TableReader.Outcome read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        read("\uFEFFid,text\n1,莘庄\n");

        assertThat(good).containsExactly(List.of("1", "莘庄"));
    }

    @Test
    void gbkIsReadAsWell() throws IOException {
        read("id,text\n1,上海市闵行区莘庄镇\n", Charset.forName("GBK"));

        assertThat(good).containsExactly(List.of("1", "上海市闵行区莘庄镇"));
    }

    @Test
    void gbkIsToldByItsLastWordsEvenWhereTheyAreGoodUtf8() throws IOException {
        read("id,text\n1," + "x".repeat(200_000) + "\n2,莘庄\n", Charset.forName("GBK"));

        assertThat(good).contains(List.of("2", "莘庄"));
    }

    @Test
    void accentsAloneStayUtf8WhereTheyAreNoGbk() throws IOException {
        read("id,text\n1,Café\n2,é\n");

        assertThat(good).hasSize(2);
    }

    @Test
    void whatIsInNoEncodingIsRefusedByName() throws IOException {
        var file = Files.write(folder.resolve("in.csv"), new byte[] {'i', 'd', (byte) 0xFF, (byte) 0xFF, '\n'});

        assertThatThrownBy(() -> new TableReader(file, List.of("id", "text")).read(good::add, torn::add))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("neither UTF-8 nor GBK");
    }

    @Test
    void aPackedTableIsReadToo() throws IOException {
        var file = folder.resolve("in.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("id,text\n1,莘庄\n".getBytes(StandardCharsets.UTF_8));
        }
        new TableReader(file, List.of("id", "text")).read(good::add, torn::add);

        assertThat(good).containsExactly(List.of("1", "莘庄"));
    }

    @Test
    void columnsAreFoundByNameInAnyOrder() throws IOException {
        read("label,text,id\nL,莘庄,1\n");

        assertThat(good).containsExactly(List.of("1", "莘庄"));
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatThrownBy(() -> read("id,words\n1,莘庄\n"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("no column text");
    }

    @Test
    void anEmptyFileHasNoColumns() {
        assertThatThrownBy(() -> read("")).isInstanceOf(Malformed.class).hasMessageContaining("no column id");
    }

    @Test
    void tornRowsAreToldByNumberAndTheRestIsRead() throws IOException {
        var outcome = read("id,text\n1,a\n2\n1,again\n,nobody\n3,a,b\n4,\"a,b\n继续\"\n");

        assertThat(good).containsExactly(List.of("1", "a"), List.of("4", "a,b\n继续"));
        assertThat(torn)
                .containsExactly(
                        "row 3: has 1 cells in place of 2",
                        "row 4: id stands in an earlier row",
                        "row 5: id must not be empty",
                        "row 6: has 3 cells in place of 2");
        assertThat(outcome).isEqualTo(new TableReader.Outcome(2, 4));
    }

    @Test
    void anEmptyTextIsNoTornRow() throws IOException {
        assertThat(read("id,text\n1,\n").torn()).isZero();
        assertThat(good).containsExactly(List.of("1", ""));
    }

    @Test
    void aMillionRowsLeaveNothingBehindButTheirKeys() throws IOException {
        var file = folder.resolve("in.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("id,text\n");
            for (int i = 0; i < 1_000_000; i++) {
                out.write(i + ",沪闵路" + i + "号\n");
            }
        }
        var rows = new int[1];
        long before = used();
        var outcome = new TableReader(file, List.of("id", "text")).read(row -> rows[0]++, torn::add);

        assertThat(outcome).isEqualTo(new TableReader.Outcome(1_000_000, 0));
        assertThat(rows[0]).isEqualTo(1_000_000);
        assertThat(used() - before).as("bytes more").isLessThan(40_000_000);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
