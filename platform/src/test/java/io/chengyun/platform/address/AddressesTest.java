package io.chengyun.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.address.Spot.Reach;
import io.chengyun.platform.address.Whereabouts.Verdict;
import io.chengyun.platform.place.AreaKind;
import io.chengyun.platform.place.Places;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final Path DISTRICT = Path.of("..", "districts", "minhang");
    private static final LocalDate ON = LocalDate.of(2026, 1, 1);
    private static final Places PLACES =
            Places.of(DISTRICT, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    private static final Addresses ADDRESSES = Addresses.of(PLACES, DISTRICT, Addresses.ownTagger(PLACES));

    private static Whereabouts locate(String text) {
        return ADDRESSES.locate(ADDRESSES.parse(text), ON);
    }

    private static String town(Whereabouts where) {
        return PLACES.getArea(where.best().orElseThrow().placement().town(), ON).name();
    }

    @Test
    void aFullAddressIsTakenApart() {
        var parsed = ADDRESSES.parse("上海市闵行区莘庄镇沪闵路6258号春申花园12号楼3单元401室");

        assertThat(parsed.first(AddressPart.CITY)).isEqualTo("上海市");
        assertThat(parsed.first(AddressPart.DISTRICT)).isEqualTo("闵行区");
        assertThat(parsed.first(AddressPart.TOWN)).isEqualTo("莘庄镇");
        assertThat(parsed.first(AddressPart.ROAD)).isEqualTo("沪闵路");
        assertThat(parsed.first(AddressPart.ROAD_NUMBER)).isEqualTo("6258号");
        assertThat(parsed.first(AddressPart.PLACE)).isEqualTo("春申花园");
        assertThat(parsed.first(AddressPart.HOUSE_NUMBER)).isEqualTo("12号楼");
        assertThat(parsed.first(AddressPart.ENTRANCE)).isEqualTo("3单元");
        assertThat(parsed.first(AddressPart.ROOM)).isEqualTo("401室");
        assertThat(parsed.confidence()).isBetween(0.3, 1.0);
    }

    @Test
    void twoNumbersOfOneRoadAreTwoPlaces() {
        var one = locate("沪闵路100号");
        var other = locate("沪闵路900号");

        assertThat(one.verdict()).isEqualTo(Verdict.FOUND);
        assertThat(other.verdict()).isEqualTo(Verdict.FOUND);
        assertThat(one.best().orElseThrow().unit())
                .isNotEqualTo(other.best().orElseThrow().unit());
    }

    @Test
    void aDoorOfTheBookIsFoundAndOneBetweenIsReckoned() {
        assertThat(locate("沪闵路100号").best().orElseThrow().reach()).isEqualTo(Reach.DOOR);
        assertThat(locate("沪闵路110号").best().orElseThrow().reach()).isEqualTo(Reach.BETWEEN_DOORS);
    }

    @Test
    void aNumberBeyondTheLastIsNotInvented() {
        var where = locate("沪闵路99999号");

        assertThat(where.best().orElseThrow().reach()).isEqualTo(Reach.ROAD);
    }

    @Test
    void aRoadThroughSeveralTownsHasAlternatives() {
        var where = locate("闵行区沪闵路");

        assertThat(where.spots()).hasSizeGreaterThan(1);
        assertThat(where.spots().stream().mapToDouble(Spot::confidence).sum()).isLessThanOrEqualTo(1.0001);
        assertThat(where.spots()).isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
    }

    @Test
    void theTownThatIsSaidDecides() {
        var where = locate("莘庄镇沪闵路");

        assertThat(where.spots()).hasSize(1);
        assertThat(town(where)).isEqualTo("莘庄镇");
    }

    @Test
    void committeesAreKnownByTheirEstates() {
        var where = locate("闵行区航华一村");

        assertThat(where.verdict()).isEqualTo(Verdict.FOUND);
        assertThat(where.best().orElseThrow().reach()).isEqualTo(Reach.COMMITTEE);
        assertThat(PLACES.listAreas(AreaKind.COMMITTEE, ON).stream()
                        .filter(one -> one.name().startsWith("航华一村"))
                        .map(one -> one.code()))
                .contains(where.best().orElseThrow().placement().committee());
    }

    @Test
    void everyTownOfTheDistrictIsKnownInFullAndForShort() {
        for (var town : PLACES.listAreas(AreaKind.TOWN, ON)) {
            assertThat(town(locate("上海市闵行区" + town.name()))).as(town.name()).isEqualTo(town.name());
        }
    }

    @Test
    void anAddressOfAnotherCityIsSaidToBeOutsideAndNeverPlaced() {
        for (var text :
                new String[] {"北京市朝阳区建国路88号", "浙江省杭州市西湖区文三路100号", "上海市浦东新区世纪大道100号", "徐汇区沪闵路100号", "江苏省苏州市沪闵路100号"}) {
            var where = locate(text);

            assertThat(where.verdict()).as(text).isEqualTo(Verdict.OUTSIDE);
            assertThat(where.spots()).isEmpty();
            assertThat(where.confidence()).isZero();
            assertThat(where.why()).contains("不在闵行区");
        }
    }

    @Test
    void textWithoutAWordIsNoAddress() {
        for (var text : new String[] {"", "   ", "😀😀🚧", "👍🏻❤️"}) {
            var parsed = ADDRESSES.parse(text);

            assertThat(parsed.isEmpty()).as(text).isTrue();
            assertThat(parsed.confidence()).isZero();
            assertThat(ADDRESSES.locate(parsed, ON).verdict()).isEqualTo(Verdict.NOTHING);
        }
    }

    @Test
    void theAddressIsFoundInsideAMessage() {
        var parsed = ADDRESSES.parse("我是闵行区七宝镇漕宝路100号的居民，楼道堆物没人管");

        assertThat(parsed.first(AddressPart.TOWN)).isEqualTo("七宝镇");
        assertThat(parsed.first(AddressPart.ROAD)).isEqualTo("漕宝路");
        assertThat(parsed.first(AddressPart.ROAD_NUMBER)).isEqualTo("100号");
    }

    @Test
    void fullWidthNumbersMeanTheSameDoor() {
        var plain = locate("沪闵路100号").best().orElseThrow();

        assertThat(locate("沪闵路１００号").best().orElseThrow().position()).isEqualTo(plain.position());
    }

    @Test
    void aVeryLongTextIsReadToItsLimit() {
        var parsed = ADDRESSES.parse("沪闵路100号" + "啊".repeat(200_000));

        assertThat(parsed.parts().values().stream().flatMap(java.util.Collection::stream))
                .allMatch(part -> part.length() <= Addresses.LONGEST);
    }
}
