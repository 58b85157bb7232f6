package io.chengyun.platform.sensing.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.sensing.sensorthings.answer.Entity;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WantedTest {

    private static Wanted of(String filter) {
        return Wanted.parse(filter).orElseThrow();
    }

    private static Entity entity(String set, long number) {
        return new Entity(EntityTypes.get(set), EntityId.of(number), EntityId.of(number), Map.of());
    }

    @Test
    void aFilterSaysWhatItIsAbout() {
        assertThat(of("v1.1/Observations").kind()).isEqualTo(Wanted.Kind.ALL);
        assertThat(of("v1.1/Datastreams(7)/Observations").stream()).isEqualTo(7);
        assertThat(of("v1.1/Datastreams(7)/Observations?$select=result,phenomenonTime")
                        .select())
                .isEqualTo(List.of("result", "phenomenonTime"));
        assertThat(of("v1.1/Datastreams(7)").kind()).isEqualTo(Wanted.Kind.ENTITY);
        assertThat(of("v1.0/Things?$select=name").select()).containsExactly("name");
        assertThat(of("d/+/rainfall").kind()).isEqualTo(Wanted.Kind.COMPACT);
    }

    @Test
    void whereNothingIsThereIsNothingToHear() {
        for (var nothing : List.of(
                "v1.2/Things",
                "v1.1/Thing",
                "v1.1/Things(x)",
                "v1.1/Things(1)/name",
                "v1.1/#",
                "v1.1/Things?$top=1",
                "")) {
            assertThat(Wanted.parse(nothing)).as(nothing).isEmpty();
        }
    }

    @Test
    void entitiesAreHeardByCollectionOrOneByOne() {
        assertThat(of("v1.1/Things").hears(entity("Things", 1))).isTrue();
        assertThat(of("v1.1/Things?$select=name").hears(entity("Things", 1))).isTrue();
        assertThat(of("v1.1/Things(1)").hears(entity("Things", 1))).isTrue();
        assertThat(of("v1.1/Things(1)").hears(entity("Things", 11))).isFalse();
        assertThat(of("v1.1/Things").hears(entity("Sensors", 1))).isFalse();
        assertThat(of("v1.1/Datastreams").hears(entity("MultiDatastreams", 1))).isFalse();
        assertThat(of("v1.1/Observations").hears(entity("Things", 1))).isFalse();
        assertThat(of("v1.0/Things(1)").root()).isEqualTo("/v1.0");
    }
}
