package io.chengyun.acceptance.bench.text;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.platform.Chengyun;
import io.chengyun.platform.intake.duplicates.Duplicates;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long it takes to look whether a request repeats one of 100,000 open ones, its words included. */
public final class DuplicateTime implements Measurement {

    private static final int OPEN = 100_000;
    private static final int CHECKS = 400;
    private static final int PLAIN_CHECKS = 20;
    private static final int WARM = 100;
    private static final double NANOS_A_MILLI = 1e6;

    @Override
    public String name() {
        return "intake.duplicates";
    }

    @Override
    public Figure measure(Path folder) {
        try (var house = new SpringApplicationBuilder(Chengyun.class)
                .properties(settings(folder))
                .run()) {
            var jdbc = house.getBean(JdbcClient.class);
            fill(jdbc);
            var duplicates = house.getBean(Duplicates.class);
            var ids = jdbc.sql("select id from intake.request order by md5(id) limit ?")
                    .param(WARM + CHECKS)
                    .query(String.class)
                    .list();
            // every request is read once when it comes: those around are, and the one that comes is not
            ids.forEach(duplicates::list);
            jdbc.sql("delete from intake.meaning where request = any(?)")
                    .param(ids.toArray(String[]::new))
                    .update();
            ids.subList(0, WARM).forEach(duplicates::list);
            var ours = millis(ids.subList(WARM, WARM + CHECKS), duplicates::list);
            var plain = millis(ids.subList(0, PLAIN_CHECKS), id -> scan(jdbc, id));
            var note = String.format(
                    "mean of %d checks against %,d open requests, p99 %.2f ms, at most %.2f ms",
                    CHECKS, OPEN, at(ours, 0.99), at(ours, 1));
            return new Figure(
                    name(),
                    mean(ours),
                    "ms",
                    new Figure.Reference("plain SQL by radius, class and time, no index", mean(plain)),
                    note);
        }
    }

    private static Map<String, Object> settings(Path folder) {
        return Map.of(
                "chengyun.postgres.data", folder.resolve("postgres").toString(),
                "chengyun.access.sample-accounts", "true",
                "chengyun.access.hash-strength", "4",
                "server.port", "0",
                "logging.threshold.console", "off");
    }

    /** Spread over the district and three days, twenty classes, eight ways to say it; half name a door. */
    private static void fill(JdbcClient jdbc) {
        jdbc.sql("select setseed(0.31)").query().listOfRows();
        jdbc.sql("""
                        insert into intake.request
                          (id, channel, service, received_at, status, lon, lat, exact, address_code, case_id, body)
                        select 'R' || n, 'IMPORT', '01' || lpad((random() * 19)::int::text, 2, '0'),
                               now() - random() * interval '3 days', 'OPEN',
                               121.29 + random() * 0.24, 30.94 + random() * 0.28, true,
                               case when n % 2 = 0 then '路' || (random() * 500)::int || '号' || (random() * 100)::int end, 'c-' || n,
                               jsonb_build_object('asked', jsonb_build_object('description',
                                 (:said::text[])[1 + (random() * 7)::int] || '，第' || n || '位居民来电'))
                        from generate_series(1, :open) n
                        """)
                .param("open", OPEN)
                .param("said", SAID.toArray(String[]::new))
                .update();
        jdbc.sql("analyze intake.request").update();
    }

    private static final List<String> SAID = List.of(
            "小区门口的路灯坏了好几天没有人来修，晚上出门很不安全",
            "垃圾桶满了没有人清运，天热味道很重",
            "路面有一个大坑，电动车差点摔倒",
            "施工队半夜还在施工，吵得睡不着",
            "门口道路积水很深，车子过不去",
            "有人把车停在消防通道上，叫不到车主",
            "树枝被风刮断挂在电线上，很危险",
            "井盖松动，汽车开过去响声很大");

    private static void scan(JdbcClient jdbc, String id) {
        jdbc.sql("""
                        select other.id from intake.request one, intake.request other
                        where one.id = ? and other.id <> one.id and other.status || '' = 'OPEN'
                          and other.service || '' = one.service
                          and other.received_at + interval '0' between one.received_at - interval '3 days' and one.received_at
                          and 111195 * sqrt((other.lat - one.lat) ^ 2 + ((other.lon - one.lon) * cos(radians(one.lat))) ^ 2) <= 150
                        """).param(id).query(String.class).list();
    }

    private static double[] millis(List<String> ids, Consumer<String> check) {
        return ids.stream()
                .mapToDouble(id -> {
                    long begin = System.nanoTime();
                    check.accept(id);
                    return (System.nanoTime() - begin) / NANOS_A_MILLI;
                })
                .sorted()
                .toArray();
    }

    private static double mean(double[] millis) {
        return Arrays.stream(millis).average().orElse(0);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
