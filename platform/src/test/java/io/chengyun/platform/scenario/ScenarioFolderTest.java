package io.chengyun.platform.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.rules.Flag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioFolderTest {

    private static final Path FLOOD = Path.of("..", "scenarios", "flood");
    private static final ObservedProperties PROPERTIES = ObservedProperties.of(Path.of("..", "districts", "minhang"));

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheFloodScenario() throws IOException {
        Files.createDirectory(folder.resolve("flood"));
        try (var files = Files.list(FLOOD)) {
            for (var file : files.toList()) {
                Files.copy(file, file(file.getFileName().toString()));
            }
        }
    }

    private Path file(String name) {
        return folder.resolve("flood").resolve(name);
    }

    @Test
    void aSoundPackageIsTaken() {
        assertThat(Scenarios.of(folder, PROPERTIES).list())
                .extracting(Scenario::id)
                .containsExactly("flood");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    rules.yml    | property: rainfall       | property: rain           | 'rain' is no known property; use one of rainfall,
                    rules.yml    | danger: rainstorm        | danger: storm            | 'storm' is no known danger; use one of rainstorm,
                    rules.yml    | grade: BLUE, over: 35    | grade: PINK, over: 35    | 'PINK' is no known grade; use one of BLUE, YELLOW
                    rules.yml    | over: 35                 | over: -35                | limit -35.0 lies outside
                    rules.yml    | over: 35                 | over: much               | 'over' is 'much'; write a number
                    rules.yml    | over: 35                 | above: 35                | exactly one of over, atLeast
                    rules.yml    | over: 50                 | over: 30                 | YELLOW: its limit must be stricter
                    rules.yml    | window: PT1H             | window: 1h               | 'window' is '1h'; write a duration such as PT30M
                    rules.yml    | window: PT1H             | window: PT1M             | window: must not be shorter than the reporting
                    rules.yml    | kind: windowSum          | kind: average            | 'average' is no known kind
                    rules.yml    | id: rain-6h              | id: rain-1h              | rule 'rain-1h' stands here twice
                    rules.yml    | danger: rainstorm        | flag: wet                | 'wet' is no known flag; use one of stuck, spike, drift
                    rules.yml    | clear: 20                | clear: 30                | clear: must lie on the mild side
                    rules.yml    | intervals: 2             | intervals: 0             | 'intervals' is 0; must be 1 or more
                    warning.yml  | quiet: PT3H              | quiet: PT0S              | 'quiet' is PT0S; must be longer than nothing
                    warning.yml  | quiet: PT3H              | calm: PT3H               | 'calm' is unknown here; known are code, icon
                    warning.yml  | by: town_centre          | by: mayor                | 'mayor' is no known by
                    casework.yml | limit: 2 urgent hours    | limit: 2 quick hours     | '2 quick hours' must be a number and one of
                    casework.yml | class: "0597"            | class: "0000"            | '0000' is no known class
                    casework.yml | standard: 0506-2         | standard: 0599-1         | '0599-1' is no known standard
                    casework.yml | titleEn: "Flooded underpass in {town} | titleEn: "Flood in {place} | nothing fills {place}
                    dispatch.yml | class: "0503"            | class: "9999"            | '9999' is no known class
                    dispatch.yml | level: GRID,             | level: BLOCK,            | 'BLOCK' is no known level
                    dispatch.yml | D-ROADS }                | D-ROADS, from: May }     | write a day: 2026-05-01
                    dispatch.yml | D-ROADS }                | D-ROADS, from: 2026-02-30 } | is no day of the calendar
                    dispatch.yml | D-ROADS }                | D-ROADS, from: 2026-05-02, to: 2026-05-01 } | 'to' is before 'from'
                    dispatch.yml | class: "0503", level: DISTRICT, organisation: D-DRAINAGE } | class: "0505", level: DISTRICT, organisation: D-DRAINAGE, to: 2026-05-01 } | class '0505' has this area twice at a time
                    scenario.yml | [rainfall,               | [rain,                   | unknown property 'rain'
                    scenario.yml | id: flood                | id: food                 | must be the folder's name, 'flood'
                    scenario.yml | version: 5               | version: one             | 'version' is 'one'; write a whole number
                    """)
    void aWrongWordIsToldWithFileAndAdvice(String name, String right, String wrong, String problem) throws IOException {
        replace(name, right, wrong);

        assertThat(problems())
                .anySatisfy(found ->
                        assertThat(found).startsWith("flood/" + name + ":").contains(problem));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    dispatch.yml | road: any                | road: all                | write an owner's code, or any
                    dispatch.yml | road: any                | road: any, asset: any    | a row asks for the owner of an asset or of a road
                    dispatch.yml | D-ROADS }                | "{owner}" }              | {owner} and {maintainer} need asset or road
                    dispatch.yml | class: "0503", level: DISTRICT, organisation: D-DRAINAGE } | class: "0505", level: DISTRICT, road: any, organisation: D-DRAINAGE } | class '0505' has this area twice at a time
                    """)
    void aWrongOwnerInTheDutyListIsToldWithFileAndAdvice(String name, String right, String wrong, String problem)
            throws IOException {
        aWrongWordIsToldWithFileAndAdvice(name, right, wrong, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    rules.yml    | over: town               | over: city               | 'city' is no known over; use one of town, grid, thing, { radius: METRES }
                    rules.yml    | over: town               | over: { radius: 90000 }  | 'radius' is 90000; must be at most 50000
                    rules.yml    | least: 3                 | least: 1                 | 'least' is 1; must be 2 or more
                    rules.yml    | kind: kOfN               | kind: threshold          | 'threshold' is no known kind; use one of kOfN, sequence, composite, neighbours
                    rules.yml    | kind: kOfN               | kind: neighbours         | compares a stream with those around it; write { radius: METRES }
                    rules.yml    | kind: windowSum          | kind: kOfN               | 'kOfN' weighs several streams together; say which: over: town
                    rules.yml    | { signal: rain-1h,       | { signal: rain-2h,       | 'rain-2h' is no known signal; use one of depth-silent, gust,
                    rules.yml    | && water_level >= 4.4    | && water_levl >= 4.4     | condition: at 1:24: undeclared reference to 'water_levl'
                    rules.yml    | && water_level >= 4.4    | && water_level >=        | condition: at 1:
                    rules.yml    | fresh: PT30M             | fresh: 30                | 'fresh' is '30'; write a duration
                    rules.yml    | id: river-many           | id: gust                 | rule 'gust' stands here twice
                    """)
    void aWrongWordInARuleOverSeveralStreamsIsTold(String name, String right, String wrong, String problem)
            throws IOException {
        aWrongWordIsToldWithFileAndAdvice(name, right, wrong, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    casework.yml | code: "0506"             | code: "Q506"             | 'code' is 'Q506'; write four digits in quotes
                    casework.yml | - id: 0506-2             | - id: 0505-2             | write the class, a hyphen and a number: 0506-1
                    casework.yml | { code: "05",            | { code: "5",             | 'code' is '5'; write the two digits of the major class
                    casework.yml | { code: "05",            | { code: "P05",           | class '0506' stands under no group
                    casework.yml | [积水,                   | ["积水,水",              | 'keywords' must be words without a comma
                    """)
    void aWrongWordInAClassOfCasesIsTold(String name, String right, String wrong, String problem) throws IOException {
        aWrongWordIsToldWithFileAndAdvice(name, right, wrong, problem);
    }

    @Test
    void aRuleMayFlagInsteadOfWarning() throws IOException {
        replace("rules.yml", "danger: rainstorm", "flag: range");

        var rule = Scenarios.of(folder, PROPERTIES).get("flood").rule("rain-1h");
        assertThat(rule.flag()).isEqualTo(Flag.RANGE);
        assertThat(rule.danger()).isNull();
    }

    @Test
    void aRuleThatWarnsAndFlagsIsTold() throws IOException {
        int line = replace("rules.yml", "danger: rainstorm", "flag: range\n    danger: rainstorm");

        assertThat(problems())
                .anySatisfy(found -> assertThat(found)
                        .startsWith("flood/rules.yml:" + line + ": a rule warns of a danger or flags observations"));
    }

    @Test
    void aPackageThatOnlyFlagsNeedsNoWordOnWarnings() throws IOException {
        var devices = Files.createDirectory(folder.resolve("devices"));
        for (var name : List.of("scenario.yml", "rules.yml")) {
            Files.copy(FLOOD.resolveSibling("devices").resolve(name), devices.resolve(name));
        }

        var taken = Scenarios.of(folder, PROPERTIES).get("devices");
        assertThat(taken.rules()).isNotEmpty().allMatch(rule -> rule.flag() != null);
        assertThat(taken.warning().dangers()).isEmpty();

        var rules = devices.resolve("rules.yml");
        Files.writeString(rules, Files.readString(rules).replaceFirst("flag: stuck", "danger: rainstorm"));
        assertThat(problems()).contains("devices/warning.yml:1: is missing; every scenario has one");
    }

    @Test
    void aPackageThatOnlyFilesNeedsNoRules() throws IOException {
        desk("P0101", "");

        var taken = Scenarios.of(folder, PROPERTIES);
        assertThat(taken.get("desk").rules()).isEmpty();
        assertThat(taken.get("desk").about().needs()).isEmpty();
        assertThat(taken.get("desk").dispatch().fallback()).isEqualTo("D310112");
        assertThat(taken.folderRules("desk")).isEmpty();
        assertThat(taken.listClasses()).extracting(CaseClass::code).contains("0506", "P0101");
    }

    @Test
    void aPackageThatOnlyFilesHasNoWarningThatFiles() throws IOException {
        desk(
                "P0101",
                "onWarning: [{ danger: gale, from: BLUE, class: P0101, standard: P0101-1, title: a, titleEn: b }]");

        assertThat(problems())
                .containsExactly("desk/casework.yml:12: 'onWarning' hears of dangers, and warning.yml names none;"
                        + " add them, or drop it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs: [rainfall]", "floor: { precision: 0.3, atLeast: 20 }"})
    void aPackageThatOnlyFilesSaysNothingOfRules(String words) throws IOException {
        desk("P0101", "");
        var about = folder.resolve("desk").resolve("scenario.yml");
        Files.writeString(about, Files.readString(about) + words + "\n");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("desk/scenario.yml:6:")
                .contains("is unknown here");
    }

    @Test
    void aPackageWithAMapMustWatch() throws IOException {
        desk("P0101", "");
        Files.copy(file("map.yml"), folder.resolve("desk").resolve("map.yml"));

        assertThat(problems()).contains("desk/rules.yml:1: is missing; every scenario has one");
    }

    @Test
    void aClassOfTwoPackagesIsToldWithItsOwner() throws IOException {
        desk("0506", "");
        long line = Files.readString(file("casework.yml"))
                .lines()
                .takeWhile(words -> !words.contains("code: \"0506\""))
                .count();

        assertThat(problems())
                .containsExactly("flood/casework.yml:" + (line + 1)
                        + ": class '0506' is already defined by desk; leave it to one");
    }

    @Test
    void aGroupThatStandsTwiceIsTold() throws IOException {
        replace("casework.yml", "groups:\n", "groups:\n  - { code: \"05\", name: 一, nameEn: One }\n");

        assertThat(problems()).singleElement().asString().contains("group '05' stands here twice; keep one");
    }

    @Test
    void aClassIsOfferedUnderItsGroupAndKeywords() {
        var flooding = Scenarios.of(folder, PROPERTIES)
                .get("flood")
                .casework()
                .find("0506")
                .orElseThrow();

        assertThat(flooding.offer().group()).isEqualTo(new CaseClass.Group("05", "突发事件", "Sudden events"));
        assertThat(flooding.offer().keywords()).contains("积水", "flood");
        assertThat(flooding.offer().forCitizens()).isTrue();
    }

    @Test
    void groupsAndKeywordsMayBeLeftOut() throws IOException {
        desk("P0101", "");

        var cover = Scenarios.of(folder, PROPERTIES)
                .get("desk")
                .casework()
                .find("P0101")
                .orElseThrow();
        assertThat(cover.offer()).isEqualTo(new CaseClass.Offer(false, null, List.of()));
    }

    /** A package that files cases of one class and watches nothing. */
    private void desk(String code, String more) throws IOException {
        var desk = Files.createDirectory(folder.resolve("desk"));
        Files.writeString(desk.resolve("scenario.yml"), """
                id: desk
                version: 1
                title: 日常
                titleEn: Every day
                owner: D310112
                """);
        Files.writeString(
                desk.resolve("casework.yml"), """
                stages: { verify: PT30M, file: PT15M, dispatch: PT15M, inspect: PT30M, close: PT15M }
                classes:
                  - code: "CODE"
                    name: 井盖
                    nameEn: Cover
                    standards:
                      - id: CODE-1
                        condition: 缺失
                        conditionEn: It is gone
                        limit: 2 urgent hours
                        closing: [{ condition: 补齐, conditionEn: It is back, photos: 1 }]
                MORE
                """.replace("CODE", code).replace("MORE", more));
        Files.writeString(desk.resolve("dispatch.yml"), """
                rows: [{ class: "CODE", level: DISTRICT, organisation: D-ROADS }]
                fallback: D310112
                """.replace("CODE", code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario.yml", "rules.yml", "warning.yml", "casework.yml", "dispatch.yml", "map.yml"})
    void aMissingFileIsTold(String name) throws IOException {
        Files.delete(file(name));

        assertThat(problems()).contains("flood/" + name + ":1: is missing; every scenario has one");
    }

    @Test
    void theLineIsTheLineOfTheWrongWord() throws IOException {
        int line = replace("rules.yml", "over: 80", "over: eighty");

        assertThat(problems()).containsExactly("flood/rules.yml:" + line + ": 'over' is 'eighty'; write a number");
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnce() throws IOException {
        replace("rules.yml", "property: rainfall", "property: rain");
        replace("casework.yml", "limit: 4 working hours", "limit: soon");
        replace("dispatch.yml", "fallback: D310112", "fallback: nobody");

        assertThat(problems()).hasSize(3);
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() throws IOException {
        Files.writeString(file("map.yml"), "layers:\n  - { id: towns\n  - [");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("flood/map.yml:")
                .contains("is no YAML");
    }

    @Test
    void aKeyWrittenTwiceIsTold() throws IOException {
        replace("scenario.yml", "owner: D-WATER", "owner: D-WATER\nowner: D-FIRE");

        assertThat(problems()).singleElement().asString().contains("'owner' is written twice");
    }

    @Test
    void anEmptyFileAndAListInsteadOfFieldsAreTold() throws IOException {
        Files.writeString(file("map.yml"), "");
        Files.writeString(file("warning.yml"), "- a\n- b\n");

        assertThat(problems())
                .contains(
                        "flood/map.yml:1: is empty; see the same file of another scenario",
                        "flood/warning.yml:1: must be fields, such as 'id: …'");
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        var refused = catchThrowableOfType(Refused.class, () -> Scenarios.of(folder.resolve("none"), PROPERTIES));

        assertThat(refused.refusal()).isEqualTo(ScenarioRefusal.PACKAGE_WRONG);
        assertThat(refused.allowed()).singleElement().asString().contains("chengyun.scenario.path");
    }

    private List<String> problems() {
        var refused = catchThrowableOfType(Refused.class, () -> Scenarios.of(folder, PROPERTIES));
        assertThat(refused).as("the folder was taken").isNotNull();
        assertThat(refused.refusal().code()).isEqualTo("scenario:package-wrong");
        return refused.allowed();
    }

    /** Replaces the first occurrence and says in which line. */
    private int replace(String name, String right, String wrong) throws IOException {
        var text = Files.readString(file(name));
        int at = text.indexOf(right);
        assertThat(at).as("%s in %s", right, name).isNotNegative();
        Files.writeString(file(name), text.substring(0, at) + wrong + text.substring(at + right.length()));
        return (int) text.substring(0, at).lines().count();
    }
}
