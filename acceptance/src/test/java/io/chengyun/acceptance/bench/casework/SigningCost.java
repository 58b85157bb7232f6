package io.chengyun.acceptance.bench.casework;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.platform.ledger.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What the organisations' signatures add to a case action: the same walks in two houses of this process, one that signs and one
 * that does not, in turns, with the log of each level behind it. Compared is processor time, which others do not disturb.
 */
public final class SigningCost implements Measurement {

    private static final int WARM = 3_000;
    private static final int CASES = 1_250;
    private static final int ROUNDS = 8;

    @Override
    public String name() {
        return "ledger.signing";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        try (var with = house(folder.resolve("with"), true);
                var without = house(folder.resolve("without"), false)) {
            walk(with, WARM);
            walk(without, WARM);
            List<Double> signed = new ArrayList<>();
            List<Double> plain = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                // whoever comes second in a round finds another machine than the first
                if (round % 2 == 0) {
                    signed.add(walk(with, CASES));
                }
                plain.add(walk(without, CASES));
                if (round % 2 == 1) {
                    signed.add(walk(with, CASES));
                }
            }
            long signatures = with.count("select count(*) from ledger.signature");
            if (signatures == 0 || without.count("select count(*) from ledger.signature") > 0) {
                throw new IllegalStateException("the wrong house signs");
            }
            double more = (median(signed) / median(plain) - 1) * 100;
            var note =
                    "%% more processor time of house and PostgreSQL an action, medians of %d rounds of %d actions each, in turns: %.0f µs with (%.0f to %.0f), %.0f µs without (%.0f to %.0f); %d signatures (Ed25519 and SM2) over %d acts"
                            .formatted(
                                    ROUNDS,
                                    CASES * ActionRate.STEPS,
                                    median(signed),
                                    Collections.min(signed),
                                    Collections.max(signed),
                                    median(plain),
                                    Collections.min(plain),
                                    Collections.max(plain),
                                    signatures,
                                    with.count("select count(*) from ledger.act where signature is not null"));
            return new Figure(name(), more, "%", new Figure.Reference("promised", 10), note);
        }
    }

    private static CaseHouse house(Path folder, boolean signs) {
        return CaseHouse.start(
                folder,
                Map.of(
                        "chengyun.ledger.signing.on", String.valueOf(signs),
                        "chengyun.ledger.folder", folder.resolve("ledger").toString()));
    }

    /** Microseconds of a core an action, until the log holds all. */
    private static double walk(CaseHouse house, int cases) throws Exception {
        var before = Spent.now(house);
        ActionRate.walk(house, cases);
        ActionRate.level(house);
        long last = house.count("select max(number) from journal.entry");
        while (house.get(Ledger.class).integrated() < last) {
            Thread.sleep(20);
        }
        var spent = Spent.now(house).since(before);
        return (spent.house() + spent.database()) * 1e6 / (cases * ActionRate.STEPS);
    }

    private static double median(List<Double> all) {
        var sorted = all.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
