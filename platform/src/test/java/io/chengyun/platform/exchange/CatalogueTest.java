package io.chengyun.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.place.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue is checked whole, and says where it is wrong. */
@NullUnmarked
class CatalogueTest {

    private static final Path DISTRICT = Path.of("..", "districts", "minhang");
    private static final SetClock CLOCK = new SetClock(Instant.parse("2026-11-26T04:00:00Z"));
    private static final Places PLACES = Places.of(DISTRICT, CLOCK);

    @TempDir
    Path folder;

    private Catalogue changed(String what, String with) throws IOException {
        var text = Files.readString(DISTRICT.resolve("datasets.yml"));
        assertThat(text).contains(what);
        Files.writeString(folder.resolve("datasets.yml"), text.replaceFirst(Pattern.quote(what), with));
        return new Catalogue(folder, PLACES);
    }

    private void isWrong(String what, String with, String... said) {
        assertThatThrownBy(() -> changed(what, with))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("datasets.yml: line ")
                .satisfies(no -> assertThat(no.getMessage()).contains(said));
    }

    @Test
    void theSampleDistrictsIsWhole() {
        var catalogue = new Catalogue(DISTRICT, PLACES);
        assertThat(catalogue.namespaces()).hasSize(6);
        assertThat(catalogue.list()).extracting(DataSet::namespace).contains("traffic", "culture", "market", "fire");
        assertThat(catalogue.get("fire.hydrants").owner()).isEqualTo("D-FIRE");
        assertThatThrownBy(() -> catalogue.get("fire.none")).isInstanceOf(Refused.class);
    }

    @Test
    void aDistrictWithoutOneHasNone() {
        assertThat(new Catalogue(folder, PLACES).list()).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedByLineAndField() {
        isWrong("grade: IMPORTANT\n    terms", "grade: GENERAL\n    terms", "grade", "controller");
        isWrong("owner: D-POLICE", "owner: D-NOBODY", "line 32, traffic.signals, owner", "organisations.csv");
        isWrong("code: traffic.signals", "code: roads.signals", "line 32", "namespace", "traffic");
        isWrong("code: traffic.signals", "code: signals", "code", "traffic.signals");
        isWrong("sharing: CONDITIONAL", "sharing: PERHAPS", "sharing", "PERHAPS");
        isWrong("every: P30D", "every: P0D", "every", "P7D");
        isWrong("every: P30D", "every: monthly", "every");
        isWrong("key: id", "key: number", "key", "number");
        isWrong("name: phases", "name: lat", "fields", "lat");
        isWrong("code: fire.hydrants", "code: traffic.signals", "traffic.signals, from", "twice");
        isWrong("title: {zh: 交通信号灯（示例）, ", "title: {", "zh");
        isWrong("unit: \"°\"", "units: \"°\"", "unit");
    }

    @Test
    void aLaterDescriptionHoldsFromItsDay() throws IOException {
        var later =
                "  - code: traffic.signals\n    from: 2026-11-27\n    title: {zh: 信号, en: Signals}\n    owner: D-POLICE\n"
                        + "    grade: CORE\n    terms: {sharing: NONE, every: P1D}\n    key: id\n    fields:\n"
                        + "      - {name: id, meaning: {zh: 编号, en: Number}, unit: \"\", grade: CORE}\n";
        var catalogue = changed("sets:\n", "sets:\n" + later);
        assertThat(catalogue.get("traffic.signals").grade()).isEqualTo(DataGrade.IMPORTANT);
        CLOCK.set(Instant.parse("2026-11-27T04:00:00Z"));
        assertThat(catalogue.get("traffic.signals").grade()).isEqualTo(DataGrade.CORE);
        CLOCK.set(Instant.parse("2026-11-26T04:00:00Z"));
    }

    @Test
    void theHighestRoleCounts() {
        var catalogue = new Catalogue(DISTRICT, PLACES);
        assertThat(catalogue.ceiling(Samples.person("D-FIRE", Role.ACCEPTOR))).isEqualTo(DataGrade.GENERAL);
        assertThat(catalogue.ceiling(Samples.person("D-FIRE", Role.ACCEPTOR, Role.HANDLER)))
                .isEqualTo(DataGrade.IMPORTANT);
    }
}
