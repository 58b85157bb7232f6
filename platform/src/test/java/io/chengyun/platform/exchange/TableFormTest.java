package io.chengyun.platform.exchange;

import static io.chengyun.platform.exchange.Samples.SETTINGS;
import static io.chengyun.platform.exchange.Samples.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.exchange.TableForm.Problem;
import io.chengyun.platform.exchange.Version.Change;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables are checked whole, and the same content has the same form. */
@NullUnmarked
class TableFormTest {

    private static final DataSet SET = set(Sharing.CONDITIONAL);
    private static final String HEAD = "id,road,pressure,valve\n";

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "table", ".csv"), bytes);
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private String form(Path from) throws IOException {
        var taken = TableForm.read(from, SET, SETTINGS);
        assertThat(taken.problems()).isEmpty();
        var to = folder.resolve("form.csv");
        TableForm.write(to, SET, taken);
        return Files.readString(to);
    }

    private List<Problem> problems(String text) throws IOException {
        var taken = TableForm.read(file(text), SET, SETTINGS);
        assertThat(taken.rows()).isEmpty();
        return taken.problems();
    }

    @Test
    void theSameContentHasTheSameFormWhoeverSavedIt() throws IOException {
        var plain = "id,road,pressure,valve\nH1,一路,0.2,a\nH2,\"二路,东\",0.3,b\n";
        var other = "valve, pressure,road,id\r\nb,0.3 ,\"二路,东\",H2\r\n\r\na,0.2,一路,H1";
        assertThat(form(file(plain))).isEqualTo(plain);
        assertThat(form(file(other))).isEqualTo(plain);
        assertThat(form(file("\uFEFF" + plain))).isEqualTo(plain);
        assertThat(form(file(plain.getBytes(Charset.forName("GBK"))))).isEqualTo(plain);
    }

    @Test
    void columnsThatAreMissingOrUnknownAreNamed() throws IOException {
        assertThat(problems("id,road,colour\nH1,一路,red\n"))
                .extracting(Problem::row, Problem::column)
                .containsExactlyInAnyOrder(tuple(1, "pressure"), tuple(1, "valve"), tuple(1, "colour"));
        assertThat(problems("id,road,pressure,valve,road\nH1,a,b,c,d\n"))
                .extracting(Problem::remedy)
                .containsExactly("has a column twice: name each once");
        assertThat(problems("")).hasSize(4);
    }

    @Test
    void rowsThatAreWrongAreNamedByRowAndColumn() throws IOException {
        assertThat(problems(HEAD + "H1,一路,0.2,a\n,二路,0.2,a\nH1,三路,0.2,a\nH2,四路,0.2\nH3,=cmd,-0.2,@x\n"))
                .extracting(Problem::row, Problem::column)
                .containsExactly(tuple(3, "id"), tuple(4, "id"), tuple(5, ""), tuple(6, "road"), tuple(6, "valve"));
        assertThat(problems(HEAD + "H1,\"一路,0.2,a\n")).isNotEmpty();
    }

    @Test
    void noMoreThanFiftyProblemsAreListed() throws IOException {
        assertThat(problems(HEAD + ",a,b,c\n".repeat(80))).hasSize(50);
    }

    @Test
    void whatIsInNoEncodingIsRefused() throws IOException {
        var torn = file(new byte[] {'i', 'd', (byte) 0xFF, (byte) 0xFF, '\n'});
        assertThatThrownBy(() -> TableForm.read(torn, SET, SETTINGS))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("file:");
    }

    @Test
    void tooManyRowsOrTooMuchTextIsRefused() throws IOException {
        var table = file(HEAD + "H1,a,b,c\nH2,a,b,c\n");
        for (var small : List.of(new ExchangeSettings("x", 1, 9_999), new ExchangeSettings("x", 99, 25))) {
            assertThatThrownBy(() -> TableForm.read(table, SET, small)).isInstanceOf(Refused.class);
        }
        assertThat(TableForm.read(table, SET, new ExchangeSettings("x", 2, 9_999))
                        .rows())
                .hasSize(2);
    }

    @Test
    void rowsAreToldApartByTheirKey() throws IOException {
        var before = file(HEAD + "H1,a,1,x\nH2,a,1,x\nH3,a,1,x\n");
        var now = TableForm.read(file(HEAD + "H4,a,1,x\nH3,a,1,x\nH2,b,1,x\n"), SET, SETTINGS);
        assertThat(TableForm.change(before, now, SET)).isEqualTo(new Change(1, 1, 1));
        var fewer = file("id,road\nH2,a\nH9,a\n");
        assertThat(TableForm.change(fewer, now, SET)).isEqualTo(new Change(2, 1, 1));
    }

    @Test
    void aHundredThousandRowsAreReadAndCompared() throws IOException {
        var rows = IntStream.range(0, 100_000)
                .mapToObj(row -> "H" + row + ",示例路" + row + ",0.2,v")
                .collect(Collectors.joining("\n"));
        var table = file(HEAD + rows);
        var taken = TableForm.read(table, SET, SETTINGS);
        assertThat(taken.rows()).hasSize(100_000);
        assertThat(TableForm.change(table, taken, SET)).isEqualTo(new Change(0, 0, 0));
    }

    @Test
    void someColumnsAreCopied() throws IOException {
        var to = folder.resolve("some.csv");
        TableForm.copy(file(HEAD + "H1,\"一,路\",1,x\n"), to, List.of("id", "road"));
        assertThat(Files.readString(to)).isEqualTo("id,road\nH1,\"一,路\"\n");
    }
}
