package io.chengyun.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.DomainEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/** What the journal writes is canonical by RFC 8785: the standard's own library finds nothing to change in it. */
class CanonicalJsonTest {

    private static final CanonicalJson JSON = ApprovedEventsTest.json();

    record Inner(
            String zebra,
            double area,
            long number,
            @Nullable String Nothing,
            Map<String, Integer> counts) {}

    record Canonical(Inner now, List<Inner> more, Instant at) implements DomainEvent {
        @Override
        public String subject() {
            return now.zebra();
        }
    }

    private static void check(Inner inner) throws IOException {
        var event = new Canonical(inner, List.of(inner, inner), Instant.parse("2026-11-22T04:00:00Z"));
        var text = JSON.write(event);
        assertThat(new JsonCanonicalizer(text).getEncodedString()).isEqualTo(text);
    }

    @Property(tries = 500)
    void everyTextAndNumber(@ForAll String text, @ForAll double area, @ForAll long number) throws IOException {
        var valid = text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        check(new Inner(valid, area, number, null, Map.of()));
    }

    @Example
    void theNumbersThatAreWrittenInManyWays() throws IOException {
        for (double value : new double[] {
            0,
            -0.0,
            1,
            1e20,
            1e21,
            1e-6,
            1e-7,
            0.1,
            4.35,
            61.6,
            9_007_199_254_740_993.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE
        }) {
            check(new Inner("a", value, (long) value, null, Map.of()));
        }
    }

    @Example
    void keysInTheOrderOfTheirCodeUnits() throws IOException {
        var counts = new LinkedHashMap<String, Integer>();
        for (var key : List.of("b", "a", "B", "\u20ac", "\u00e9", "\ud83d\ude00", "\ufb33", "10", "1", "\r", "")) {
            counts.put(key, 1);
        }
        check(new Inner("\u0000\u001f\u007f\"\\/\b\f\n\r\t\u6cb3", 1, 1, "x", counts));
    }

    @Example
    void aNumberThatIsNoneIsAWord() {
        var event = new Canonical(
                new Inner("a", Double.NaN, 1, null, Map.of()), List.of(), Instant.parse("2026-11-22T04:00:00Z"));
        assertThat(JSON.write(event)).contains("\"area\":\"NaN\"");
        assertThat(JSON.read(JSON.write(event), Canonical.class)).isEqualTo(event);
    }
}
