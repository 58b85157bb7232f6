package io.chengyun.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.NewThing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThingsFileTest {

    private static final Position CENTRE = new Position(121.4, 31.1);

    @TempDir
    Path folder;

    private ThingsFile read(String rows) throws IOException {
        return ThingsFile.read(
                Files.writeString(folder.resolve("things.csv"), "thing,name,lon,lat,property,unit\n" + rows));
    }

    @Test
    void thingNotListedStandsAtTheCentre() {
        var things = ThingsFile.read(null).things(List.of(new Timeline.Stream("g", "rainfall")), CENTRE);
        assertThat(things).singleElement().extracting(NewThing::position).isEqualTo(CENTRE);
    }

    @Test
    void listedThingStandsWhereItIsListedWithAllItsStreams() throws IOException {
        var things = read("""
                g,莘庄雨量站,121.37,31.11,rainfall,mm
                g,莘庄雨量站,121.37,31.11,temperature,°C
                """).things(List.of(new Timeline.Stream("g", "pm25")), CENTRE);
        assertThat(things).singleElement().satisfies(thing -> {
            assertThat(thing.position()).isEqualTo(new Position(121.37, 31.11));
            assertThat(thing.streams())
                    .extracting(NewThing.NewStream::property)
                    .containsExactly("rainfall", "temperature", "pm25");
        });
    }

    @Test
    void whatIsWrongIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("g,x,east,31.11,rainfall,mm\n")).hasMessageContaining("line 2, lon: 'east'");
        assertThatThrownBy(() -> read("g,x,121.3\n")).hasMessageContaining("line 2: must have the six cells");
        assertThatThrownBy(() -> read("g,x,121.3,31.1,rainfall,mm\ng,x,121.4,31.1,pm25,µg/m³\n"))
                .hasMessageContaining("line 3: thing g already stands elsewhere");
    }
}
