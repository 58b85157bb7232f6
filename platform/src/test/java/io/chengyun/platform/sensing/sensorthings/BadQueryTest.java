package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a query can ask wrong: it is told what and where, and nothing is done. */
class BadQueryTest extends DeviceCalls {

    @Test
    void noTextOfTheCallerBecomesSql() throws IOException, InterruptedException {
        newStream();
        long before = things();
        for (var attempt : List.of(
                "name eq 'x'; drop table sensing.thing",
                "name eq 'x' -- ",
                "name eq 'x' /* */ or 1 eq 1",
                "name eq 'x'' or ''1''=''1",
                "name eq ’x’",
                "name eq \"x\"",
                "name eq $$x$$",
                "pg_sleep(10) eq 1",
                "version() eq 'x'",
                "lower(name) eq 'x'",
                "current_setting('data_directory') eq 'x'",
                "name like 'x'",
                "name = 'x'",
                "name eq ?",
                "t.id eq 1",
                "(select 1) eq 1",
                "exists(name)",
                "name::text eq 'x'")) {
            var answer = ask("/v1.1/Things", "$filter", attempt);
            assertThat(answer.statusCode()).as(attempt + ": " + answer.body()).isEqualTo(400);
            assertThat(answer.body()).as(attempt).contains("\"field\":\"$filter\"");
        }
        assertThat(found("/v1.1/Things", "name eq '''; drop table sensing.thing; --'"))
                .isEmpty();
        assertThat(found("/v1.1/Things", "properties/a'')--/b eq 1".replace("'')--", "-")))
                .isEmpty();
        assertThat(ask("/v1.1/Things", "$orderby", "name; drop table sensing.thing")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("/v1.1/Things", "$select", "name, (select 1)").statusCode())
                .isEqualTo(400);
        assertThat(things()).isEqualTo(before);
    }

    private long things() {
        return jdbc.sql("select count(*) from sensing.thing").query(Long.class).single();
    }

    @Test
    void depthLengthAndNumberOfNodesAreBounded() throws IOException, InterruptedException {
        assertThat(ask("/v1.1/Things", "$filter", "(".repeat(2_500)).body()).contains("max-depth");
        assertThat(ask("/v1.1/Things", "$filter", "not ".repeat(600) + "true").body())
                .contains("max-depth");
        assertThat(ask("/v1.1/Things", "$filter", "true" + " or true".repeat(250))
                        .body())
                .contains("max-nodes");
        assertThat(ask("/v1.1/Things", "$filter", "name eq '" + "x".repeat(6_500) + "'")
                        .body())
                .contains("max-length");
        assertThat(ask("/v1.1/Things", "$filter", "properties" + "/a".repeat(100) + " eq 1")
                        .body())
                .contains("max-depth");
    }

    @Test
    void tenThousandBracketsAreRefusedInABatchWhereNoServerCutsThem() throws IOException, InterruptedException {
        var url = "Things?$filter=" + "(".repeat(10_000);

        var answer =
                post("/v1.1/$batch", "{\"requests\": [{\"id\": 1, \"method\": \"get\", \"url\": \"" + url + "\"}]}");

        var reply = JSON.readTree(answer.body()).path("responses").path(0);
        assertThat(reply.path("status").intValue()).isEqualTo(400);
        assertThat(reply.path("body").path("detail").stringValue()).contains("max-length");
    }

    @Test
    void aMegabyteOfQueryIsRefusedByTheServer() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var head = "GET /v1.1/Things?$filter=" + "x".repeat(1_000_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            try {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            } catch (IOException hungUp) {
                assertThat(hungUp).hasMessageMatching(".*(reset|pipe).*");
                return;
            }
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertThat(answer).isIn("HTTP/1.1 400", "HTTP/1.1 414");
        }
    }

    @Test
    void expansionsInCirclesEndAtTheLimit() throws IOException, InterruptedException {
        newStream();
        var circle = "Datastreams/Thing/".repeat(17) + "Datastreams";

        assertThat(ask("/v1.1/Things", "$expand", circle).body()).contains("$expand");
        assertThat(ask("/v1.1/Things", "$expand", circle).statusCode()).isEqualTo(400);
        assertThat(ask("/v1.1/Things", "$expand", "Datastreams/Thing/Datastreams")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPageIsNeverLongerThanTheHouseAllows() throws IOException, InterruptedException {
        newStream();
        assertThat(ask("/v1.1/Things", "$top", "1e9").body()).contains("in digits");
        assertThat(ask("/v1.1/Things", "$top", "1000000000").statusCode()).isEqualTo(200);
        assertThat(ask("/v1.1/Things", "$top", "99999999999999999999").statusCode())
                .isEqualTo(400);
        assertThat(ask("/v1.1/Things", "$skip", "-1").statusCode()).isEqualTo(400);
        assertThat(ask("/v1.1/Things", "$count", "maybe").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsUnknownOrOfTheWrongTypeIsNamed() throws IOException, InterruptedException {
        newStream();
        assertThat(ask("/v1.1/Things", "$filter", "colour eq 'x'").body()).contains("Things have no colour", "name");
        assertThat(ask("/v1.1/Things", "$orderby", "colour").body()).contains("$orderby", "colour");
        assertThat(ask("/v1.1/Things", "$select", "colour").body()).contains("$select", "colour");
        assertThat(ask("/v1.1/Things", "$expand", "Colours").body()).contains("$expand", "Colours");
        assertThat(ask("/v1.1/Things", "$filter", "name eq 5").body()).contains("a text", "a number");
        assertThat(ask("/v1.1/Things", "$filter", "name").body()).contains("true or false");
        assertThat(ask("/v1.1/Things", "$filter", "Datastreams eq 1").body()).contains("relation");
        assertThat(ask("/v1.1/Things", "$filter", "name gt null").body()).contains("null");
        assertThat(ask("/v1.1/Things", "$filter", "length(name,name) eq 1").body())
                .contains("length");
        assertThat(ask("/v1.1/Things", "$filter", "name eq 'x").body()).contains("character 9");
        assertThat(ask("/v1.1/Things", "$apply", "x").body()).contains("$apply", "$filter");
        assertThat(ask("/v1.1/Things", "$resultFormat", "csv").body()).contains("dataArray");
        assertThat(ask("/v1.1/Observations", "$filter", "phenomenonTime gt 2020-13-01T00:00:00Z")
                        .body())
                .contains("2020-13-01");
        assertThat(ask("/v1.1/Locations", "$filter", "st_within(location,geography'POLYGON ((')")
                        .body())
                .contains("well-known text");
        assertThat(ask("/v1.1/Locations", "$filter", "st_within(location,location)")
                        .body())
                .contains("st_within");
    }

    @Test
    void aFilterThatDividesByZeroIsTheCallersToMend() throws IOException, InterruptedException {
        newStream();
        var answer = ask("/v1.1/Things", "$filter", "1 div 0 eq 1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("divides by zero");
    }

    @Test
    void whatCannotBeDoneToAPlaceInTheTreeIsToldSo() throws IOException, InterruptedException {
        long stream = newStream();
        assertThat(send("DELETE", "/v1.1/Datastreams", "").statusCode()).isEqualTo(405);
        assertThat(send("PATCH", "/v1.1/Datastreams", "{}").statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/v1.1/Datastreams(987654)", "").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "/v1.1/Datastreams(9223372036854775807)", "").statusCode())
                .isEqualTo(404);
        assertThat(send("PUT", "/v1.1/Datastreams(" + stream + ")", "{}").body())
                .contains("\"field\":\"name\"");
        assertThat(send("PATCH", "/v1.1/Datastreams(" + stream + ")", "[1]").statusCode())
                .isEqualTo(400);
        assertThat(status("/v1.1/Things(1)/colour")).isEqualTo(404);
    }
}
