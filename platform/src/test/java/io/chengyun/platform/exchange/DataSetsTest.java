package io.chengyun.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.objects.Digest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A data set from its first table to whoever used it. Each test has a data set of its own. */
@NullUnmarked
class DataSetsTest extends ExchangeHouse {

    private static final Map<String, String> SAID = Map.of("purpose", "operation", "source", "test");
    private static final String SIGNALS = "id,crossing,lon,lat,phases,cycle,controller\n";
    private static final String SHOPS = "licence,name,trade,road,manager,phone\n";

    private static String ids(JsonNode found, String field) {
        return found.get("traces")
                .valueStream()
                .map(one -> one.get(field).asString())
                .toList()
                .toString();
    }

    private HttpResponse<String> use(String person, String code, int version, String purpose) {
        return get(person, "/api/datasets/" + code + "/versions/" + version + "?purpose=" + purpose);
    }

    @Test
    void aTableIsTakenInAndItsNextOneCountsWhatChanged() {
        var first = bring("steward-fire", "fire.hydrants", HYDRANTS + "H1,一路,1,2,0.2,x\nH2,一路,1,2,0.2,x\n");
        assertThat(first.at("/version/number").asInt()).isEqualTo(1);
        assertThat(first.at("/version/rows").asInt()).isEqualTo(2);
        var again = bring("steward-fire", "fire.hydrants", HYDRANTS + "H2,一路,1,2,0.2,x\r\nH1,一路,1,2,0.2,x\r\n");
        assertThat(again.get("same").asBoolean()).isTrue();
        var second = bring("steward-fire", "fire.hydrants", HYDRANTS + "H2,一路,1,2,0.3,x\nH3,一路,1,2,0.2,x\n");
        assertThat(second.at("/version/change").toString()).isEqualTo("{\"added\":1,\"removed\":1,\"changed\":1}");
        assertThat(happened("fire.hydrants")).startsWith("exchange.Imported", "exchange.Changed");

        var whole = use("steward-fire", "fire.hydrants", 2, "operation");
        assertThat(whole.body()).isEqualTo(HYDRANTS + "H2,一路,1,2,0.3,x\nH3,一路,1,2,0.2,x\n");
        assertThat(whole.headers().firstValue("Content-Disposition").orElse("")).contains("fire.hydrants-2.csv");
        assertThat(Digest.of(whole.body().getBytes(StandardCharsets.UTF_8)))
                .as("whoever has all of it can check the digest")
                .isEqualTo(second.at("/version/digest").asString());
        assertThat(use("handler-water", "fire.hydrants", 1, "inspection").statusCode())
                .as("shared without condition")
                .isEqualTo(200);
        var card = read("handler-water", "/api/datasets")
                .get("sets")
                .valueStream()
                .filter(set -> set.at("/set/code").asString().equals("fire.hydrants"))
                .findFirst()
                .orElseThrow();
        assertThat(card.get("state").asString()).isEqualTo("CURRENT");
        clock.move(Duration.ofDays(91));
        assertThat(read("handler-water", "/api/datasets/fire.hydrants")
                        .at("/card/state")
                        .asString())
                .isEqualTo("UNKNOWN");
        clock.move(Duration.ofDays(-91));
    }

    @Test
    void aWrongTableIsRefusedWholeByRowAndColumn() {
        var answer = bring("steward-ecology", "environment.outfalls", "id,river\nO1,=cmd\n", SAID);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json.readTree(answer.body()).get("problems").size()).isEqualTo(3);
        assertThat(happened("environment.outfalls")).isEmpty();
        assertThat(bring("steward-ecology", "environment.none", "id\n", SAID).statusCode())
                .isEqualTo(404);
        var aimless = bring("steward-ecology", "environment.outfalls", "id\n", Map.of("source", "test"));
        assertThat(codeOf(aimless)).isEqualTo("exchange:no-such-purpose");
        var rootless = bring("steward-ecology", "environment.outfalls", "id\n", Map.of("purpose", "operation"));
        assertThat(rootless.statusCode()).isEqualTo(400);
        assertThat(read("steward-ecology", "/api/datasets/environment.outfalls")
                        .at("/card/state")
                        .asString())
                .isEqualTo("EMPTY");
        assertThat(happened("environment.outfalls")).isEmpty();
    }

    @Test
    void onlyItsOwnersStewardTakesInAndSharesAndOthersLeaveATrace() {
        assertThat(codeOf(bring("steward-fire", "agriculture.plots", "id\n", SAID)))
                .isEqualTo("exchange:not-your-set");
        var share = "{\"organisation\":\"D-WATER\",\"purpose\":\"planning\",\"until\":\"2027-01-01\"}";
        assertThat(codeOf(post("commander", "/api/datasets/agriculture.plots/shares", share)))
                .isEqualTo("exchange:not-your-set");
        assertThat(happened("agriculture.plots")).containsExactly("exchange.Denied", "exchange.Denied");
    }

    @Test
    void aShareIsForOnePurposeUntilItsDayAndEachUseIsNoted() {
        bring("steward-police", "traffic.signals", SIGNALS + "S1,甲,1,2,3,90,10.0.0.1\n");
        assertThat(codeOf(use("commander", "traffic.signals", 1, "emergency"))).isEqualTo("exchange:not-shared");
        var path = "/api/datasets/traffic.signals/shares";
        var body = "{\"organisation\":\"D310112\",\"purpose\":\"emergency\",\"until\":\"2026-11-27\"}";
        var share = json.readTree(post("steward-police", path, body).body())
                .get("id")
                .asString();
        var given = use("commander", "traffic.signals", 1, "emergency");
        assertThat(given.body())
                .as("without what is important")
                .isEqualTo("id,crossing,lon,lat,phases,cycle\nS1,甲,1,2,3,90\n");
        assertThat(codeOf(use("commander", "traffic.signals", 1, "planning"))).isEqualTo("exchange:not-shared");
        assertThat(codeOf(use("commander", "traffic.signals", 1, ""))).isEqualTo("exchange:no-such-purpose");
        assertThat(use("commander", "traffic.signals", 9, "emergency").statusCode())
                .isEqualTo(404);
        clock.move(Duration.ofDays(2));
        assertThat(codeOf(use("commander", "traffic.signals", 1, "emergency"))).isEqualTo("exchange:expired");
        clock.move(Duration.ofDays(-2));
        assertThat(delete("steward-police", path + "/" + share).statusCode()).isEqualTo(200);
        assertThat(codeOf(use("commander", "traffic.signals", 1, "emergency"))).isEqualTo("exchange:not-shared");
        assertThat(codeOf(delete("steward-police", path + "/" + share))).isEqualTo("exchange:no-share");

        house.settle();
        itsOwnerSeesAllOfThatAndOthersWhatIsTheirs();
    }

    private void itsOwnerSeesAllOfThatAndOthersWhatIsTheirs() {
        var all = read("steward-police", "/api/datasets/traffic.signals/traces");
        assertThat(ids(all, "kind")).isEqualTo("[Denied, Revoked, Denied, Denied, Used, Shared, Denied, Imported]");
        var used = read("steward-police", "/api/datasets/traffic.signals/traces?kind=Used");
        assertThat(used.at("/traces/0/organisation").asString()).isEqualTo("D310112");
        assertThat(used.at("/traces/0/by").asString()).isEqualTo("commander");
        assertThat(used.at("/traces/0/matter/use/fields").size()).isEqualTo(6);
        var seals = read("steward-police", "/api/ledger/seals?subject=traffic.signals");
        assertThat(seals.get("seals")
                        .valueStream()
                        .map(seal -> seal.get("number").asLong()))
                .contains(used.at("/traces/0/number").asLong());
        assertThat(ids(read("commander", "/api/datasets/traffic.signals/traces"), "organisation"))
                .as("others see what their own organisation did")
                .isEqualTo("[D310112, D310112, D310112, D310112, D310112]");
        assertThat(get("commander", "/api/ledger/seals?subject=traffic.signals").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRoleIsGivenNoMoreThanTheCatalogueSays() {
        bring("steward-market", "market.shops", SHOPS + "L1,店,餐饮,一路,张,1\n");
        var mine = use("handler-market", "market.shops", 1, "inspection").body();
        assertThat(mine).startsWith("licence,name,trade,road,manager\n");
        var body =
                "{\"organisation\":\"D-WATER\",\"purpose\":\"planning\",\"grade\":\"CORE\",\"until\":\"2026-12-01\"}";
        post("steward-market", "/api/datasets/market.shops/shares", body);
        assertThat(use("handler-water", "market.shops", 1, "planning").body())
                .startsWith("licence,name,trade,road,manager\n");
    }

    @Test
    void aShareThatMakesNoSenseIsRefused() {
        var path = "/api/datasets/environment.outfalls/shares";
        for (var wrong : List.of(
                "{\"organisation\":\"D-NONE\",\"purpose\":\"planning\",\"until\":\"2027-01-01\"} exchange:no-such-organisation",
                "{\"organisation\":\"D-ECOLOGY\",\"purpose\":\"planning\",\"until\":\"2027-01-01\"} exchange:own-organisation",
                "{\"organisation\":\"D-WATER\",\"purpose\":\"fun\",\"until\":\"2027-01-01\"} exchange:no-such-purpose")) {
            var parts = wrong.split(" ", 2);
            assertThat(codeOf(post("steward-ecology", path, parts[0]))).isEqualTo(parts[1]);
        }
        var past = "{\"organisation\":\"D-WATER\",\"purpose\":\"planning\",\"until\":\"2026-11-25\"}";
        assertThat(post("steward-ecology", path, past).statusCode()).isEqualTo(400);
        var endless = "{\"organisation\":\"D-WATER\",\"purpose\":\"planning\"}";
        assertThat(post("steward-ecology", path, endless).statusCode()).isEqualTo(400);
    }

    @Test
    void importsAtOnceBecomeVersionsOneBehindTheOther() {
        var head = "venue,visitors,capacity\n";
        bring("steward", "culture.visitors", head + "a,0,9\n");
        var all = IntStream.range(1, 7)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> bring("steward", "culture.visitors", head + "a," + n + ",9\n")))
                .toList();
        assertThat(all.stream()
                        .map(CompletableFuture::join)
                        .map(one -> one.at("/version/number").asInt()))
                .containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7);
        assertThat(happened("culture.visitors")).hasSize(7).startsWith("exchange.Imported", "exchange.Changed");
    }
}
