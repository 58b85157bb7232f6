package io.chengyun.platform.dispatch.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteCommandTest {

    private static final String TRAIN = """
            external_id,service_code,address,lat,lon,area,organisation
            1,Litter,1 Elm St,42.35,-71.06,North,NORTH
            2,Litter,2 Elm St,42.35,-71.06,North,NORTH
            3,Litter,1 Oak St,42.20,-71.20,South,SOUTH
            4,Litter,1 Oak St,42.20,-71.20,South,
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String train, String in) throws IOException {
        var learnt = Files.writeString(folder.resolve("train.csv"), train).toString();
        var asked = Files.writeString(folder.resolve("in.csv"), in).toString();
        return new RouteCommand(new PrintStream(errors, true, StandardCharsets.UTF_8))
                .run(List.of(
                        "--train",
                        learnt,
                        "--in",
                        asked,
                        "--out",
                        folder.resolve("out.csv").toString()));
    }

    @Test
    void mattersAreRankedAndBadRowsNamedWhileTheRestGoesOn() throws IOException {
        int ended = run(TRAIN, """
                external_id,service_code,address,lat,lon
                9,Litter,3 Elm St,42.35,-71.06
                10,,3 Elm St,42.35,-71.06
                11,Litter,,north,-71.06
                12,Litter,,95,-71.06
                13,Litter,,,
                """);

        assertThat(ended).isEqualTo(1);
        var lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(0)).isEqualTo("external_id,organisation,likelihood,second,third");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("9,NORTH,0.9").endsWith(",SOUTH,");
        assertThat(lines.get(2)).isEqualTo("13,NORTH,0.6667,SOUTH,");
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("--in row 3: service_code: must not be empty")
                .contains("--in row 4: lat: lat and lon must be numbers")
                .contains("--in row 5: lat: must be a latitude")
                .contains("learnt from 3; rows 2; torn 3");
    }

    @Test
    void fileThatTeachesNothingEndsWithTwo() throws IOException {
        int ended = run(
                "external_id,service_code,address,lat,lon,organisation\n1,Litter,,,,\n",
                "external_id,service_code,address,lat,lon\n");
        assertThat(ended).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("holds no row that says who took it");
    }
}
