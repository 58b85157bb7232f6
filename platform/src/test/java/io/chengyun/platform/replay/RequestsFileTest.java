package io.chengyun.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.replay.RequestsFile.Row;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of requests, good and bad. */
class RequestsFileTest {

    private static final String HEAD =
            "external_id,requested_at,service_code,description,address,lat,lon,closed_at,sla_due_at\n";
    private static final String GOOD = "a-1,2013-01-02 08:00:00,Litter,纸箱,沪闵路100号,42.35,-71.06,,\n";

    @TempDir
    Path folder;

    private RequestsFile read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private RequestsFile read(byte[] bytes) throws IOException {
        return RequestsFile.read(Files.write(folder.resolve("in.csv"), bytes), ZoneId.of("Asia/Shanghai"));
    }

    private static Row only(RequestsFile file) {
        assertThat(file.rows()).hasSize(1);
        return file.rows().get(0);
    }

    @Test
    void rowIsReadWithAllThatItSays() throws IOException {
        var row = only(read(HEAD + "a-1,2013-01-02 08:00:00,Litter,纸箱,沪闵路100号,42.35,-71.06,"
                + "2013-01-03T09:00:00+08:00,2013-01-04\n"));
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.externalId()).isEqualTo("a-1");
        assertThat(row.serviceCode()).isEqualTo("Litter");
        assertThat(row.description()).isEqualTo("纸箱");
        assertThat(row.where().address()).isEqualTo("沪闵路100号");
        assertThat(row.where().position()).isEqualTo(new Position(-71.06, 42.35));
        assertThat(row.times().requestedAt()).isEqualTo("2013-01-02T00:00:00Z");
        assertThat(row.times().closedAt()).isEqualTo("2013-01-03T01:00:00Z");
        assertThat(row.times().dueAt()).isEqualTo("2013-01-04T15:59:59Z");
    }

    @Test
    void encodingsMarksPackingAndTheOrderOfColumnsDoNotMatter() throws IOException {
        var gbk = read((HEAD + GOOD).getBytes(Charset.forName("GBK")));
        assertThat(only(gbk).description()).isEqualTo("纸箱");
        assertThat(only(read("\uFEFF" + HEAD + GOOD)).externalId()).isEqualTo("a-1");
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("in.csv.gz")))) {
            out.write((HEAD + GOOD).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(RequestsFile.read(folder.resolve("in.csv.gz"), ZoneId.of("UTC"))
                        .rows())
                .hasSize(1);
        var turned = read("lon,lat,address,more,description,service_code,requested_at,external_id\n"
                + "-71.06,42.35,here,?,what,Litter,2013-01-02,a-1\n");
        assertThat(only(turned).where().position()).isEqualTo(new Position(-71.06, 42.35));
        assertThat(only(turned).times().closedAt()).isNull();
        assertThat(only(turned).times().dueAt()).isNull();
    }

    @Test
    void pointMayBeMissingAndADayMayBothBeginAndEndARequest() throws IOException {
        var row = only(read(HEAD + "a-1,2013-01-02,Litter,,,,NA,2013-01-02,2013-01-02\n"));
        assertThat(row.where().position()).isNull();
        assertThat(row.times().closedAt()).isEqualTo("2013-01-02T15:59:59Z");
    }

    @Test
    void rowsComeInTheOrderOfTheirTimes() throws IOException {
        var file = read(HEAD + GOOD + "a-2,2012-01-02,Litter,,,1,1,,\n" + "a-3,2013-01-02 08:00,Litter,,,1,1,,\n");
        assertThat(file.rows()).extracting(Row::externalId).containsExactly("a-2", "a-1", "a-3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ",2013-01-02,Litter,,,1,1,,; row; row 2: external_id must not be empty",
                "a-2,,Litter,,,1,1,,; requested_at; row 2: requested_at: must not be empty",
                "a-2,01/02/2013,Litter,,,1,1,,; requested_at; row 2: requested_at: '01/02/2013' is no time",
                "a-2,2013-01-02,,,,1,1,,; service_code; row 2: service_code: must have 1 to 200 characters",
                "a-2,2013-01-02,Litter,,,north,1,,; lat; row 2: lat: 'north' is no number of degrees",
                "a-2,2013-01-02,Litter,,,1,,,; lon; row 2: lon: '' is no number of degrees",
                "a-2,2013-01-02,Litter,,,91,1,,; lat; row 2: lat: must be a latitude",
                "a-2,2013-01-02,Litter,,,1,NaN,,; lon; row 2: lon: must be a longitude",
                "a-2,2013-01-02 08:00,Litter,,,1,1,soon,; closed_at; row 2: closed_at: 'soon' is no time",
                "a-2,2013-01-02 08:00,Litter,,,1,1,2013-01-02 07:59,; closed_at; row 2: closed_at: '2013-01-02 07:59' is before",
                "a-2,2013-01-02 08:00,Litter,,,1,1,,2013-01-01; sla_due_at; row 2: sla_due_at: '2013-01-01' is before",
                "a-2,2013-01-02,Lit\0ter,,,1,1,,; service_code; row 2: service_code: holds a zero character",
                "a-2,2013-01-02,Litter; row; row 2: has 3 cells in place of 9",
            })
    void badRowIsNamedByRowAndFieldAndTheRestGoesOn(String bad, String field, String told) throws IOException {
        var file = read(HEAD + bad.replace("\\0", "\0") + "\n" + GOOD);
        assertThat(only(file).externalId()).isEqualTo("a-1");
        var counts = file.tally().counts();
        assertThat(counts.refused()).containsExactly(java.util.Map.entry(field, 1L));
        assertThat(counts.problems()).singleElement().asString().startsWith(told);
    }

    @Test
    void oneNumberComesOnce() throws IOException {
        var file = read(HEAD + GOOD + GOOD);
        assertThat(file.rows()).hasSize(1);
        assertThat(file.tally().counts().problems()).containsExactly("row 3: external_id stands in an earlier row");
    }

    @Test
    void fileWithoutAColumnIsRefusedWhole() {
        assertThatThrownBy(() -> read("external_id,requested_at\na-1,2013-01-02\n"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("has no column service_code");
    }
}
