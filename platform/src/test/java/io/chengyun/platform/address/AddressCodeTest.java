package io.chengyun.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.place.Places;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AddressCodeTest {

    private static final Path MINHANG = Path.of("../districts/minhang");
    private static final AddressFinder FINDER = AddressFinder.of(
            Places.of(MINHANG, Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC)), MINHANG);

    private static String code(String text) {
        return FINDER.code(text).map(AddressCode::value).orElse("");
    }

    @Test
    void twoWritingsOfOneDoorHaveOneCode() {
        assertThat(code("沪闵路100号")).isNotEmpty().isEqualTo(code("上海市闵行区莘庄镇沪闵路１００号"));
    }

    @Test
    void twoNumbersOfOneRoadHaveTwo() {
        assertThat(code("沪闵路100号")).isNotEqualTo(code("沪闵路900号"));
    }

    @Test
    void aRoadOrATownAloneHasNone() {
        assertThat(code("沪闵路")).isEmpty();
        assertThat(code("闵行区莘庄镇")).isEmpty();
        assertThat(code("")).isEmpty();
        assertThat(code("😀😀")).isEmpty();
    }

    @Test
    void addressesInLettersAreComparedAsTheyAreWritten() {
        assertThat(code("4356 S Wood St.")).isEqualTo(code("4356  S WOOD ST")).isNotEqualTo(code("4358 S WOOD ST"));
        assertThat(code("downtown")).isEmpty();
    }
}
