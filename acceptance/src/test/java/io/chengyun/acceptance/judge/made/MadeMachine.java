package io.chengyun.acceptance.judge.made;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A machine of ours with several sensors, a row a second, and known faults (合成机器): it warms up, changes its operating point, and
 * what was repaired does not come back quite where it was.
 *
 * <p>Three in four have one fault that lasts minutes; the fourth has none and is long. Record, fault and what is anomalous are as
 * long as the published description of SKAB says of its experiments: 37,401 rows in 34, one anomaly each, 13,067 rows anomalous.
 */
public final class MadeMachine {

    /** Rows before the first fault may begin; what detectors learn from lies within. */
    static final int SOUND = 450;

    private static final LocalDateTime NEW_YEAR = LocalDateTime.of(2024, 1, 1, 8, 0);
    private static final int LONG = 6_000;
    /** Rows after a fault, at least. */
    private static final int AFTER = 50;
    /** Of a fault, the most that a repair leaves. */
    private static final double LEFT = 0.25;

    private final Random random;
    private final MachineKind kind;
    private final List<Trouble> troubles = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();

    /**
     * A fault.
     *
     * @param size 1 as it is written in {@link Fault}
     * @param eases seconds it takes to come and to go
     * @param left the share that a repair leaves
     */
    private record Trouble(Fault fault, Span span, double size, int eases, double left) {

        double at(int row) {
            double came = Math.min(1, Math.max(0, (row - span.first() + 1.0) / eases));
            double went = Math.min(1, Math.max(0, (row - span.last()) / (double) eases));
            return size * came * (1 - (1 - left) * went);
        }
    }

    private MadeMachine(MachineKind kind, boolean faulty, Random random) {
        this.kind = kind;
        this.random = random;
        int length = faulty ? 1_000 + random.nextInt(200) : LONG;
        if (faulty) {
            befall(SOUND, length - AFTER);
        }
        run(length);
    }

    private void befall(int from, int until) {
        var faults = kind.faults();
        int lasts = Math.min(250 + random.nextInt(270), until - from - 1);
        int first = from + random.nextInt(until - from - lasts);
        troubles.add(new Trouble(
                faults.get(random.nextInt(faults.size())),
                new Span(first, first + lasts - 1),
                0.4 + 1.2 * random.nextDouble(),
                3 + random.nextInt(40),
                LEFT * random.nextDouble()));
    }

    private void run(int length) {
        var body = new Body(random);
        for (int row = 0; row < length; row++) {
            for (var trouble : troubles) {
                body.suffers(trouble.fault(), trouble.at(row));
            }
            rows.add(kind.read(body));
            body.next();
        }
    }

    /** Of each kind so many, three in four of them with faults. */
    public static List<MadeMachine> all(int ofEach, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<MadeMachine>();
        for (var kind : MachineKind.values()) {
            for (int i = 0; i < ofEach; i++) {
                all.add(new MadeMachine(kind, i % 4 != 3, new Random(random.nextLong())));
            }
        }
        return all;
    }

    public int sensors() {
        return rows.get(0).length;
    }

    public List<double[]> values() {
        return rows;
    }

    /** Whether it has a fault in any row. */
    public boolean isFaulty() {
        return !troubles.isEmpty();
    }

    /** Whether it has a fault in this row. */
    public boolean isFaulty(int row) {
        return troubles.stream()
                .anyMatch(trouble ->
                        row >= trouble.span().first() && row <= trouble.span().last());
    }

    /** As {@code time,value,…}. */
    public List<String> rows() {
        var lines = new ArrayList<String>();
        for (int row = 0; row < rows.size(); row++) {
            var line = new StringBuilder(NEW_YEAR.plusSeconds(row).format(MadeDistrict.TIME));
            for (double value : rows.get(row)) {
                line.append(',').append(value);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
