package io.chengyun.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What somebody changes past the house is named by the next check. */
@NullUnmarked
class HandEditedTest extends ExchangeHouse {

    private static final String OUTFALLS = "id,river,lon,lat,holder\n";

    /** The rows of a table that the watch told of. */
    private List<String> found(String table) {
        house.settle();
        for (int i = 0; i < 60; i++) {
            clock.move(Duration.ofSeconds(1));
            house.fireDue();
        }
        house.settle();
        return journal.list(0, 100_000).stream()
                .filter(entry -> entry.type().startsWith("tamper."))
                .map(entry -> json.readTree(entry.payload()).get("now"))
                .filter(tamper -> tamper.get("table").asString().equals(table))
                .map(tamper -> tamper.get("row").asString() + " "
                        + tamper.get("column").asString())
                .sorted()
                .toList();
    }

    @Test
    void aVersionsRowOrAShareChangedAddedOrDeletedByHandIsNamed() {
        for (int n = 1; n <= 3; n++) {
            bring("steward-ecology", "environment.outfalls", OUTFALLS + "O" + n + ",河,1,2,某\n");
        }
        var share = "{\"organisation\":\"D-WATER\",\"purpose\":\"planning\",\"until\":\"2027-01-01\"}";
        post("steward-ecology", "/api/datasets/environment.outfalls/shares", share);
        assertThat(found("exchange.version"))
                .as("what is as it happened is not suspected")
                .isEmpty();
        assertThat(found("exchange.share")).isEmpty();

        jdbc.sql("""
                        update exchange.version set body = jsonb_set(body, '{rows}', '9')
                        where id = 'environment.outfalls/1'
                        """).update();
        jdbc.sql("delete from exchange.version where id = 'environment.outfalls/2'")
                .update();
        jdbc.sql("""
                        insert into exchange.version
                        select 'environment.outfalls/8', data_set, 8, body from exchange.version
                        where id = 'environment.outfalls/3'
                        """).update();
        jdbc.sql("""
                        update exchange.share set body = jsonb_set(body, '{until}', '"2099-01-01"')
                        where data_set = 'environment.outfalls'
                        """).update();
        assertThat(found("exchange.version"))
                .containsExactly("environment.outfalls/1 body", "environment.outfalls/2 ", "environment.outfalls/8 ");
        assertThat(found("exchange.share")).hasSize(1).first().asString().endsWith(" body");
    }

    @Test
    void aTableChangedInItsFolderIsGivenToNobody() throws IOException {
        var version = bring("steward-fire", "fire.hydrants", HYDRANTS + "H9,九路,1,2,0.2,x\n")
                .get("version");
        var digest = version.get("digest").asString();
        var file = Path.of("target", "exchange", digest.substring(0, 2), digest);
        var table = Files.readString(file);
        Files.writeString(file, table.replace("0.2", "0.9"));
        var path =
                "/api/datasets/fire.hydrants/versions/" + version.get("number").asInt() + "?purpose=operation";
        var answer = get("steward-fire", path);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(codeOf(answer)).isEqualTo("exchange:version-damaged");
        Files.writeString(file, table);
        assertThat(get("steward-fire", path).statusCode()).isEqualTo(200);
    }
}
