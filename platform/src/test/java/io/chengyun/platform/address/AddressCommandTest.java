package io.chengyun.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String... arguments) {
        var clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        return new AddressCommand(
                        Path.of("..", "districts"), clock, new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private int parse(String table, Charset charset) throws IOException {
        Files.write(folder.resolve("in.csv"), table.getBytes(charset));
        return run("--in", file("in.csv"), "--out", file("out.csv"));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> out() throws IOException {
        return Files.readAllLines(folder.resolve("out.csv"));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyGoodRowComesOutWithItsParts() throws IOException {
        assertThat(parse("id,text\na,闵行区七宝镇漕宝路100号\nb,😀\nc,\n", StandardCharsets.UTF_8))
                .isZero();

        assertThat(out()).hasSize(4);
        assertThat(out().get(0))
                .startsWith("id,country,province,city,district,")
                .endsWith(",alternatives,why");
        assertThat(out().get(1)).contains("闵行区", "七宝镇", "漕宝路", "100号", ",found,310112102,");
        assertThat(out().get(2)).startsWith("b,,").contains(",0.000,nothing,");
        assertThat(out().get(3)).startsWith("c,,").contains(",0.000,nothing,");
        assertThat(said()).contains("rows 3, torn 0", "found 1", "nothing 2");
    }

    @Test
    void whatIsTornIsToldAndTheRestIsParsed() throws IOException {
        assertThat(parse("id,text\n1,七宝镇\n1,莘庄镇\n2\n=3,梅陇镇\n", StandardCharsets.UTF_8))
                .isEqualTo(1);

        assertThat(out()).hasSize(3);
        assertThat(out().get(2)).startsWith("'=3,");
        assertThat(said()).contains("row 3: id stands in an earlier row", "row 4: has 1 cells", "rows 2, torn 2");
    }

    @Test
    void gbkGivesTheSame() throws IOException {
        var table = "id,text\n1,闵行区七宝镇漕宝路100号\n";
        parse(table, StandardCharsets.UTF_8);
        var utf8 = out();
        parse(table, Charset.forName("GBK"));

        assertThat(out()).isEqualTo(utf8);
    }

    @Test
    void aTaggerLearnsFromTaggedTextsAndIsUsed() throws IOException {
        var tagged = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            tagged.append("甲 B-town\n镇 I-town\n" + i + " B-roadno\n号 I-roadno\n\n");
        }
        Files.writeString(folder.resolve("tagged.txt"), tagged);
        Files.writeString(folder.resolve("in.csv"), "id,text\n1,甲镇77号\n");

        assertThat(run("--train", file("tagged.txt"), "--model", file("m"))).isZero();
        assertThat(run("--model", file("m"), "--in", file("in.csv"), "--out", file("out.csv")))
                .isZero();
        assertThat(out().get(1)).contains(",甲镇,", ",77号,");
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        Files.writeString(folder.resolve("in.csv"), "id,text\n1,甲\n");
        Files.writeString(folder.resolve("m"), "nothing");

        assertThat(run("--model", file("m"), "--in", file("in.csv"), "--out", file("out.csv")))
                .isEqualTo(2);
        assertThat(said()).contains("is no model");
    }

    @Test
    void aTagThatIsNoneIsToldByItsLine() throws IOException {
        Files.writeString(folder.resolve("tagged.txt"), "甲 B-town\n乙\n");

        assertThat(run("--train", file("tagged.txt"), "--model", file("m"))).isEqualTo(2);
        assertThat(said()).contains("line 2");
    }

    @Test
    void howItIsCalledIsSaid() {
        assertThat(run("--what")).isEqualTo(2);
        assertThat(run("--out", "x")).isEqualTo(2);
        assertThat(run("--in", "nowhere.csv", "--out", file("out.csv"))).isEqualTo(2);
        assertThat(said()).contains("usage: --in texts.csv", "--in: is missing", "cannot be read");
    }
}
