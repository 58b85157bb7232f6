package io.chengyun.acceptance.judge.made;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A water district of ours over half a year, metered every five minutes, with known leaks (合成漏损分区). Three in four leak.
 *
 * <p>Pipes burst or wear through over weeks, in the district itself or behind its tank; some are mended after weeks. Besides there is
 * what is no leak: a hydrant drawn from for a night, a holiday, a factory's new shift, a meter that did not report.
 */
public final class MadeDistrict {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final LocalDateTime BEGINS = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final int DAYS = 182;
    private static final int A_DAY = 288;
    /** Days before the first leak may begin, so that there is something to learn from, and before the end. */
    private static final int SOUND = 28;

    private static final int ENDS = 14;

    private final Random random;
    private final Plumbing plumbing;
    private final List<Leak> leaks = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();

    /** How a district is fed: by how many inlets, and whether one of its meters is a pump's that fills a tank. */
    enum Plumbing {
        ONE_INLET(1, false),
        TWO_INLETS(2, false),
        INLET_AND_PUMP(1, true),
        TWO_INLETS_AND_PUMP(2, true);

        final int inlets;
        final boolean pumps;

        Plumbing(int inlets, boolean pumps) {
            this.inlets = inlets;
            this.pumps = pumps;
        }
    }

    /**
     * A leak by the rows of its beginning and its repair, the last one where it is never mended.
     *
     * @param grows rows until it is as great as it gets
     */
    private record Leak(int first, int mended, int grows, double greatest, boolean behindTank) {

        double at(int row) {
            return row < first || row >= mended ? 0 : greatest * Math.min(1, (row - first + 1.0) / grows);
        }
    }

    private MadeDistrict(Plumbing plumbing, boolean leaking, Random random) {
        this.plumbing = plumbing;
        this.random = random;
        double mean = 20 * Math.pow(15, random.nextDouble());
        var town = new Demand(mean, random);
        var behind = new Demand(mean * (0.2 + 0.3 * random.nextDouble()), random);
        for (int k = leaking ? 1 + random.nextInt(4) : 0; k > 0; k--) {
            boolean behindTank = plumbing.pumps && random.nextInt(3) == 0;
            leaks.add(leak((behindTank ? behind : town).night(), behindTank));
        }
        flow(town, behind);
        forget();
    }

    /** From a twentieth to four fifths of the night's flow; half burst, half grow over two to eight weeks. */
    private Leak leak(double night, boolean behindTank) {
        int first = (SOUND + random.nextInt(DAYS - SOUND - ENDS)) * A_DAY + random.nextInt(A_DAY);
        int mended = random.nextBoolean() ? DAYS * A_DAY : first + (20 + random.nextInt(40)) * A_DAY;
        int grows = random.nextBoolean() ? 1 : (14 + random.nextInt(43)) * A_DAY;
        return new Leak(first, mended, grows, night * 0.05 * Math.pow(16, random.nextDouble()), behindTank);
    }

    private void flow(Demand town, Demand behind) {
        var tank = new Tank(behind.mean(), random);
        double share = 0.5 + 0.2 * random.nextDouble();
        var meters = new Meter[] {new Meter(random), new Meter(random), new Meter(random)};
        for (int row = 0; row < DAYS * A_DAY; row++) {
            double all = town.at(row) + lost(row, false);
            double pumped = 0;
            if (plumbing.pumps) {
                pumped = tank.draws(behind.at(row) + lost(row, true));
                all += pumped;
            }
            var read = new ArrayList<Double>();
            double first =
                    plumbing.inlets == 1 ? 1 : share + 0.01 * Math.sin(row / 900.0) + 0.005 * random.nextGaussian();
            read.add(meters[0].reads(all * first, row));
            if (plumbing.inlets == 2) {
                read.add(meters[1].reads(all * (1 - first), row));
            }
            if (plumbing.pumps) {
                read.add(meters[2].reads(pumped, row));
            }
            rows.add(read.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private double lost(int row, boolean behindTank) {
        return leaks.stream()
                .filter(leak -> leak.behindTank() == behindTank)
                .mapToDouble(leak -> leak.at(row))
                .sum();
    }

    /** In every second district nothing is heard for hours or days. */
    private void forget() {
        if (random.nextBoolean()) {
            int from = random.nextInt(DAYS * A_DAY);
            int until = Math.min(rows.size(), from + 36 + random.nextInt(2 * A_DAY));
            rows.subList(from, until).forEach(row -> java.util.Arrays.fill(row, Double.NaN));
        }
    }

    /** A meter of class 2: always off by some, and by a little more as it ages. */
    private static final class Meter {
        private final Random random;
        private final double off;
        private final double ages;

        Meter(Random random) {
            this.random = random;
            this.off = 0.01 * random.nextGaussian();
            this.ages = 0.005 * random.nextGaussian() / (DAYS * A_DAY);
        }

        double reads(double flow, int row) {
            return Math.max(0, flow * (1 + off + ages * row) * (1 + 0.01 * random.nextGaussian()));
        }
    }

    /** A tank that a pump fills as soon as it is low, and until it is full. */
    private static final class Tank {
        private final Random random;
        private final double holds;
        private final double pump;
        private double level = 0.7;
        private boolean runs;

        Tank(double drawn, Random random) {
            this.random = random;
            this.holds = drawn * (4 + 8 * random.nextDouble());
            this.pump = drawn * (2.5 + random.nextDouble());
        }

        double draws(double taken) {
            runs = level < 0.4 || runs && level < 0.95;
            double pumped = runs ? pump * (1 + 0.01 * random.nextGaussian()) : 0;
            level += (pumped - taken) / 12 / holds;
            return pumped;
        }
    }

    /** Of each plumbing so many, three in four of them leaking. */
    public static List<MadeDistrict> all(int ofEach, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<MadeDistrict>();
        for (var plumbing : Plumbing.values()) {
            for (int i = 0; i < ofEach; i++) {
                all.add(new MadeDistrict(plumbing, i % 4 != 3, new Random(random.nextLong())));
            }
        }
        return all;
    }

    /** When its leaks began. */
    public List<Instant> leaks() {
        return leaks.stream().map(leak -> at(leak.first())).sorted().toList();
    }

    public int meters() {
        return rows.get(0).length;
    }

    /** Of these the first so many are inlets. */
    public int inlets() {
        return plumbing.inlets;
    }

    /** What the meters read, NaN where nothing was heard. */
    public List<double[]> values() {
        return rows;
    }

    /** When a row was read. */
    public static Instant at(int row) {
        return local(row).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime local(int row) {
        return BEGINS.plusMinutes(5L * row);
    }

    /** As {@code time,value,…}. */
    public List<String> rows() {
        var lines = new ArrayList<String>();
        for (int row = 0; row < rows.size(); row++) {
            var line = new StringBuilder(local(row).format(TIME));
            for (double value : rows.get(row)) {
                line.append(',').append(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
