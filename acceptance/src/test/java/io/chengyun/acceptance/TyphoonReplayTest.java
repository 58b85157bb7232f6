package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.acceptance.RainByHand.Step;
import io.chengyun.acceptance.house.Replay;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two typhoons that Shanghai really had, replayed through the whole house and checked against a hand computation. */
class TyphoonReplayTest {

    private static final String WEATHER = "air_weather/ShanghaiPM.csv.gz";
    /** As scenarios/flood/warning.yml says for rainstorm. */
    private static final Duration QUIET = Duration.ofHours(3);

    private static final Set<String> ENDED = Set.of("CLOSED");

    @TempDir
    private Path folder;

    @Test
    void fitowOfOctober2013() throws IOException {
        weatherBecomesWarnings(LocalDate.of(2013, 10, 6), LocalDate.of(2013, 10, 9));
    }

    @Test
    void haikuiOfAugust2012() throws IOException {
        weatherBecomesWarnings(LocalDate.of(2012, 8, 7), LocalDate.of(2012, 8, 9));
    }

    @Test
    void sameInputGivesTheSameBytes() throws IOException {
        var observations = observations(LocalDate.of(2013, 10, 6), LocalDate.of(2013, 10, 9));
        var once = Replay.run(folder.resolve("once"), observations, "--actors", "auto");
        var again = Replay.run(folder.resolve("again"), observations, "--actors", "auto");
        assertThat(again.bytes().get(0)).isEqualTo(once.bytes().get(0));
        assertThat(again.bytes().get(1)).isEqualTo(once.bytes().get(1));
    }

    private void weatherBecomesWarnings(LocalDate first, LocalDate last) throws IOException {
        var byHand = new RainByHand(rain(first, last), QUIET).steps();
        var replay = Replay.run(folder, observations(first, last), "--actors", "auto");
        assertThat(byHand).as("a typhoon that warns of nothing proves nothing").hasSizeGreaterThan(4);
        assertThat(steps(replay.events())).isEqualTo(byHand);
        var states = caseStates(replay.events());
        assertThat(states).isNotEmpty();
        assertThat(states.values()).allMatch(ENDED::contains);
        numbersAreContiguous(replay.events());
    }

    private Path observations(LocalDate first, LocalDate last) throws IOException {
        var observations = folder.resolve("observations.csv");
        ShanghaiWeather.convert(SharedData.file(WEATHER), observations, first, last);
        return observations;
    }

    private static NavigableMap<Instant, BigDecimal> rain(LocalDate first, LocalDate last) throws IOException {
        var rain = new TreeMap<Instant, BigDecimal>();
        for (var hour : ShanghaiWeather.read(SharedData.file(WEATHER))) {
            var at = LocalDateTime.of(cell(hour.get("year")), cell(hour.get("month")), cell(hour.get("day")), 0, 0)
                    .plusHours(cell(hour.get("hour")));
            boolean inside =
                    !at.toLocalDate().isBefore(first) && !at.toLocalDate().isAfter(last);
            var millimetres = String.valueOf(hour.get("precipitation"));
            if (inside && !millimetres.isEmpty() && !millimetres.equals("NA")) {
                rain.put(at.toInstant(ZoneOffset.ofHours(8)), new BigDecimal(millimetres));
            }
        }
        return rain;
    }

    private static int cell(@org.jspecify.annotations.Nullable String text) {
        return Integer.parseInt(String.valueOf(text));
    }

    /** What stood after each moment at which the rainstorm warning changed. */
    private static List<Step> steps(List<JsonNode> events) {
        var byMoment = new TreeMap<Instant, String>();
        for (var event : events) {
            if (event.at("/now/identity/danger").asString().equals("rainstorm")) {
                byMoment.put(Instant.parse(event.at("/at").asString()), stands(event));
            }
        }
        return RainByHand.changes(byMoment);
    }

    private static String stands(JsonNode event) {
        if (event.at("/now/state").asString().equals("LIFTED")) {
            return "LIFTED";
        }
        boolean eased = !event.at("/now/times/easedAt").isNull();
        return eased ? "EASED" : event.at("/now/grade").asString();
    }

    private static LinkedHashMap<String, String> caseStates(List<JsonNode> events) {
        var states = new LinkedHashMap<String, String>();
        for (var event : events) {
            if (event.at("/type").asString().startsWith("casework.")) {
                states.put(
                        event.at("/subject").asString(), event.at("/now/state").asString());
            }
        }
        return states;
    }

    private static void numbersAreContiguous(List<JsonNode> events) {
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).at("/n").asLong()).isEqualTo(i + 1L);
        }
    }
}
