package io.chengyun.platform.demo;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.exchange.DataGrade;
import io.chengyun.platform.exchange.Imports;
import io.chengyun.platform.exchange.Shares;
import io.chengyun.platform.exchange.Uses;
import io.chengyun.platform.exchange.Version;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Made-up tables, and people who use them: taken in, shared, given and once refused, by the same doors as any. */
@Component
@Profile("demo")
class SampleTables {

    private static final Logger log = LoggerFactory.getLogger(SampleTables.class);
    private static final String SOURCE = "演示数据，虚构 (demo, made up)";
    private static final int SHARED_DAYS = 90;

    private final Access access;
    private final Imports imports;
    private final Shares shares;
    private final Uses uses;
    private final Path folder;

    SampleTables(
            Access access,
            Imports imports,
            Shares shares,
            Uses uses,
            @Value("${chengyun.place.district:districts/minhang}") String district) {
        this.access = access;
        this.imports = imports;
        this.shares = shares;
        this.uses = uses;
        this.folder = Path.of(district, "datasets");
    }

    @EventListener(ApplicationReadyEvent.class)
    void bring() {
        take("fire.hydrants", 1, "steward-fire");
        take("market.shops", 1, "steward-market");
        take("culture.visitors", 1, "steward");
        take("traffic.signals", 1, "steward-police");
        var newest = take("traffic.signals", 2, "steward-police");

        var today = LocalDate.ofInstant(newest.at(), ZoneOffset.UTC);
        var wanted = new Shares.Wanted("D310112", "emergency", DataGrade.GENERAL, today.plusDays(SHARED_DAYS));
        shares.grant("traffic.signals", wanted, person("steward-police"));
        uses.give("traffic.signals", newest.number(), "emergency", person("commander"));
        uses.give("fire.hydrants", 1, "inspection", person("handler-water"));
        try {
            uses.give("traffic.signals", newest.number(), "planning", person("handler-planning"));
        } catch (Refused asMeant) {
            log.info(
                    "one of the samples is refused, as it is meant to be: {}",
                    asMeant.refusal().code());
        }
    }

    private Version take(String code, int number, String steward) {
        var table = folder.resolve(code + "-" + number + ".csv");
        var outcome = imports.take(code, table, "operation", SOURCE, person(steward));
        if (outcome.version() == null) {
            throw new IllegalStateException(table + ": " + outcome.problems());
        }
        return outcome.version();
    }

    private Caller person(String id) {
        return access.find(id).orElseThrow();
    }
}
