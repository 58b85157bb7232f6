package io.chengyun.platform.intake.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageCommandTest {

    private static final String TRAIN = "id,text,label\n1,路灯坏了,市容\n2,灯不亮,市容\n3,拖欠工资,劳动\n4,工资没发,劳动\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String train, String in, String... more) throws IOException {
        Files.writeString(folder.resolve("train.csv"), train);
        Files.writeString(folder.resolve("in.csv"), in);
        var arguments = new java.util.ArrayList<>(
                List.of("--train", file("train.csv"), "--in", file("in.csv"), "--out", file("out.csv")));
        arguments.addAll(List.of(more));
        return new TriageCommand(new LetterEncoder(), new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(arguments);
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
    void everyTextGetsAClassAndAConfidence() throws IOException {
        assertThat(run(TRAIN, "id,text\na,门口路灯坏了\nb,老板拖欠工资\n")).isZero();

        assertThat(out()).hasSize(3).startsWith("id,label,confidence");
        assertThat(out().get(1)).matches("a,市容,0\\.\\d{4}");
        assertThat(out().get(2)).matches("b,劳动,0\\.\\d{4}");
    }

    @Test
    void belowTheFloorThereIsNoClass() throws IOException {
        assertThat(run(TRAIN, "id,text\na,路灯坏了\nb,😀\n", "--floor", "0.9999")).isZero();

        assertThat(out().get(1)).matches("a,,0\\.\\d{4}");
        assertThat(out().get(2)).isEqualTo("b,,0.0000");
        assertThat(said()).contains("for a person 2");
    }

    @Test
    void tornRowsAreToldAndTheRestIsDone() throws IOException {
        assertThat(run(TRAIN + "4,again,劳动\n5,short\n6,未分类,\n", "id,text\n=a,路灯坏了\n=a,灯\nb\n"))
                .isEqualTo(1);

        assertThat(out()).hasSize(2);
        assertThat(out().get(1)).startsWith("'=a,市容");
        assertThat(said()).contains("--train row 6: id", "--train row 7: has 2", "--in row 3: id", "--in row 4: has 1");
    }

    @Test
    void gbkGivesTheSame() throws IOException {
        run(TRAIN, "id,text\na,门口路灯坏了\n");
        var utf8 = out();
        Files.write(folder.resolve("train.csv"), TRAIN.getBytes(Charset.forName("GBK")));
        int ended = new TriageCommand(new LetterEncoder(), new PrintStream(said))
                .run(List.of("--train", file("train.csv"), "--in", file("in.csv"), "--out", file("out.csv")));

        assertThat(ended).isZero();
        assertThat(out()).isEqualTo(utf8);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertThat(run("id,text\n1,a\n", "id,text\na,b\n")).isEqualTo(2);
        assertThat(run("id,text,label\n1,a,x\n", "id,text\na,b\n")).isEqualTo(2);
        assertThat(run(TRAIN, "id,text\na,b\n", "--floor", "high")).isEqualTo(2);
        assertThat(said()).contains("no column label", "two at least", "--floor");
    }
}
