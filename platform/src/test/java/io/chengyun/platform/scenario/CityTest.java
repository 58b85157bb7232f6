package io.chengyun.platform.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.scenario.CaseClass.Closing;
import io.chengyun.platform.scenario.CaseClass.FilingStandard;
import io.chengyun.platform.scenario.CaseClass.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The classes of daily city management. */
class CityTest {

    /** Left to the scenario flood, which words them and their limits by what its sensors see. */
    private static final List<String> OF_FLOOD = List.of("0503", "0505", "0506");

    private final Scenarios scenarios =
            Scenarios.of(Path.of("..", "scenarios"), ObservedProperties.of(Path.of("..", "districts", "minhang")));
    private final Scenario city = scenarios.get("city");

    @Test
    void itWatchesNothingAndFilesWhatPeopleReport() {
        assertThat(city.watches()).isFalse();
        assertThat(city.warning().dangers()).isEmpty();
        assertThat(city.casework().onWarning()).isEmpty();
        assertThat(city.casework().classes()).hasSize(187);
    }

    @Test
    void everyClassHasStandardsThatDifferAndAskForAPhotograph() {
        assertThat(city.casework().classes()).allSatisfy(known -> {
            assertThat(known.standards()).isNotEmpty();
            assertThat(known.standards())
                    .extracting(FilingStandard::condition)
                    .as(known.code())
                    .doesNotHaveDuplicates();
            assertThat(known.standards())
                    .extracting(FilingStandard::conditionEn)
                    .as(known.code())
                    .doesNotHaveDuplicates();
            assertThat(known.standards())
                    .flatExtracting(FilingStandard::closing)
                    .extracting(Closing::photos)
                    .allSatisfy(photos -> assertThat(photos).isPositive());
        });
    }

    @Test
    void everyClassStandsUnderItsGroupAndIsFoundByChineseAndEnglishWords() {
        assertThat(city.casework().classes()).allSatisfy(known -> {
            var group = Objects.requireNonNull(known.offer().group());
            assertThat(known.code())
                    .startsWith(group.code())
                    .hasSize(group.code().length() + 2);
            assertThat(known.offer().keywords())
                    .as(known.code())
                    .anyMatch(word -> word.matches("\\p{IsHan}+"))
                    .anyMatch(word -> word.matches("[A-Za-z -]+"));
        });
    }

    @Test
    void aGroupIsCalledTheSameInEveryScenario() {
        var names = new TreeMap<String, Group>();
        assertThat(scenarios.listClasses()).allSatisfy(known -> {
            var group = known.offer().group();
            if (group != null) {
                assertThat(names.computeIfAbsent(group.code(), first -> group)).isEqualTo(group);
            }
        });
        assertThat(names).containsKeys("05", "P05");
    }

    @Test
    void theLimitsAreThoseOfThePublishedTable() throws IOException {
        var table = table();
        var ours = new TreeMap<String, List<String>>();
        city.casework().classes().forEach(known -> ours.put(known.code(), limits(known)));
        OF_FLOOD.forEach(code -> {
            assertThat(scenarios.get("flood").casework().find(code)).isPresent();
            assertThat(table.remove(code)).as(code).isNotNull();
        });

        assertThat(ours).isEqualTo(table);
    }

    private static List<String> limits(CaseClass known) {
        return known.standards().stream()
                .map(standard -> standard.handling().toString())
                .toList();
    }

    /** Limits by code, as the table has them. */
    private static Map<String, List<String>> table() throws IOException {
        var data = Path.of(System.getProperty("chengyun.shared.data", "../../shared/data"));
        var file = data.resolve("filing_standards").resolve("classes_and_limits.csv");
        assumeTrue(Files.exists(file), () -> "skipped: no " + file + "; set -Dchengyun.shared.data to its folder");
        var table = new TreeMap<String, List<String>>();
        Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cells -> table.put(
                        (cells[0].equals("component") ? "P" : "") + cells[1] + cells[3],
                        Arrays.stream(cells[5].split(" \\| "))
                                .map(CityTest::limit)
                                .toList()));
        return table;
    }

    private static String limit(String text) {
        var amount = text.replaceAll("\\D", "");
        var unit = text.contains("紧急工作时")
                ? TimeLimit.Unit.URGENT_HOUR
                : text.contains("紧急工作日")
                        ? TimeLimit.Unit.URGENT_DAY
                        : text.contains("小时") ? TimeLimit.Unit.WORKING_HOUR : TimeLimit.Unit.WORKING_DAY;
        return new TimeLimit(Integer.parseInt(amount), unit).toString();
    }
}
