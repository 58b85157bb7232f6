package io.chengyun.acceptance.judge.made;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Series of our own with known answers (合成序列): what a city's streams look like, and what happens to them. Numbers of
 * detectors are chosen by these, so that no answer of a public benchmark need be seen before the benchmark is scored.
 */
public final class MadeSeries {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final int A_DAY = 1_440;
    /** Of the rows, how many are labelled; as the benchmark does. */
    private static final double LABELLED = 0.1;

    private final Habit habit;
    private final double[] values;
    private final List<Span> windows = new ArrayList<>();
    private final Random random;

    private MadeSeries(Habit habit, Random random) {
        this.habit = habit;
        this.random = random;
        this.values = new double[habit.days * A_DAY / habit.minutes];
        double wander = 0;
        for (int row = 0; row < values.length; row++) {
            wander = 0.98 * wander + 0.2 * random.nextGaussian();
            values[row] = habit.shape.at(row * habit.minutes / 60.0, wander, random);
        }
    }

    /** What a stream usually reads. */
    private interface Shape {
        /**
         * @param hour since Monday's first
         * @param wander slow and without a clock, of standard deviation one
         */
        double at(double hour, double wander, Random random);
    }

    /** The streams of a city. */
    private enum Habit {
        /** Water or power drawn by a town: a morning's and an evening's peak, quieter weekends. */
        DEMAND(
                30,
                70,
                (hour, wander, random) -> (weekend(hour) ? 80 : 100)
                        + peak(hour, 8, 2) * (weekend(hour) ? 15 : 40)
                        + peak(hour, 19, 3) * 35
                        + 3 * random.nextGaussian()),
        /** Cars' speed on an elevated road: slow in the rush hours, now and then a slow lorry. */
        SPEED(
                5,
                14,
                (hour, wander, random) -> 70
                        - (weekend(hour) ? 8 : 30) * (peak(hour, 8, 1) + peak(hour, 18, 1.5))
                        + wander
                        + 3 * random.nextGaussian()
                        - (random.nextInt(50) == 0 ? 15 : 0)),
        /** A machine's temperature: goes its own slow way. */
        MACHINE(5, 28, (hour, wander, random) -> 85 + 4 * wander + 0.5 * random.nextGaussian()),
        /** A server's or a pump's load: a job every three hours, a small one every hour. */
        JOBS(
                5,
                14,
                (hour, wander, random) ->
                        10 + (hour % 3 < 0.25 ? 50 : 0) + (hour % 1 < 0.09 ? 15 : 0) + 1.5 * random.nextGaussian()),
        /** Calls or visitors counted by the hour. */
        COUNTS(60, 84, (hour, wander, random) -> {
            double usual = 10 + 60 * peak(hour, 14, 4) * (weekend(hour) ? 0.5 : 1);
            return Math.max(0, Math.rint(usual + Math.sqrt(usual) * random.nextGaussian()));
        }),
        /** A delay: level, but with a long tail. */
        DELAY(5, 14, (hour, wander, random) -> 20 * Math.exp(0.25 * random.nextGaussian())),
        /** A device's own clean cycle. */
        CYCLE(5, 14, (hour, wander, random) -> (hour % 24 > 9 && hour % 24 < 18 ? 80 : 20) + random.nextGaussian()),
        /** A tidal river: twice a day but not by the clock, with the wind's set-up. */
        TIDE(
                15,
                42,
                (hour, wander, random) ->
                        2.5 + Math.sin(hour * 2 * Math.PI / 12.42) + 0.15 * wander + 0.02 * random.nextGaussian());

        private final int minutes;
        private final int days;
        private final Shape shape;

        Habit(int minutes, int days, Shape shape) {
            this.minutes = minutes;
            this.days = days;
            this.shape = shape;
        }

        private static boolean weekend(double hour) {
            return hour % 168 >= 120;
        }

        private static double peak(double hour, double at, double width) {
            double off = (hour % 24 - at) / width;
            return Math.exp(-off * off / 2);
        }
    }

    /** What happens to a stream; hours it lasts. */
    private enum Event {
        BURST(0.5),
        SHIFT(Double.POSITIVE_INFINITY),
        DROPOUT(4),
        STUCK(12),
        SCATTER(12),
        LATE_DAY(24),
        SWELL(24);

        private final double hours;

        Event(double hours) {
            this.hours = hours;
        }

        /** What becomes of the value of a row, so many rows after it began. */
        double of(MadeSeries series, int row, int since, double spread) {
            int rows = rows(series);
            return switch (this) {
                case BURST -> series.values[row] + 5 * spread;
                case SHIFT -> series.values[row] + 2.5 * spread;
                case DROPOUT -> 0;
                case STUCK -> series.values[row - 1];
                case SCATTER -> series.values[row] + spread * series.random.nextGaussian();
                case LATE_DAY -> series.values[Math.max(0, row - 6 * 60 / series.habit.minutes)];
                case SWELL -> series.values[row] + 3 * spread * Math.sin(Math.PI * since / rows);
            };
        }

        int rows(MadeSeries series) {
            return (int) Math.min(series.values.length, Math.max(1, hours * 60 / series.habit.minutes));
        }
    }

    /** Every kind of stream, so many of each, with two events in all but every fourth. */
    public static List<MadeSeries> all(int ofEach, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<MadeSeries>();
        for (var habit : Habit.values()) {
            for (int i = 0; i < ofEach; i++) {
                var series = new MadeSeries(habit, random);
                if (all.size() % 4 != 3) {
                    series.befall(0.2, 0.5);
                    series.befall(0.6, 0.9);
                }
                all.add(series);
            }
        }
        return all;
    }

    private void befall(double from, double until) {
        var event = Event.values()[random.nextInt(Event.values().length)];
        int begins = (int) (values.length * (from + (until - from) * random.nextDouble()));
        int lasts = Math.min(event.rows(this), values.length - begins);
        double spread = spread() * (random.nextBoolean() || event == Event.SCATTER ? 1 : -1);
        var after = values.clone();
        for (int since = 0; since < lasts; since++) {
            after[begins + since] = event.of(this, event == Event.STUCK ? begins : begins + since, since, spread);
        }
        System.arraycopy(after, 0, values, 0, values.length);
        int half = (int) (LABELLED * values.length / 4);
        windows.add(new Span(begins - half, begins + half));
    }

    private double spread() {
        double mean = Arrays.stream(values).average().orElse(0);
        double square = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return Math.sqrt(square);
    }

    public double[] values() {
        return values;
    }

    /** Where its events are, as wide as the benchmark makes its windows. */
    public List<Span> windows() {
        return windows;
    }

    /** As {@code time,value}. */
    public List<String> rows() {
        var rows = new ArrayList<String>();
        for (int row = 0; row < values.length; row++) {
            rows.add(MONDAY.plusMinutes((long) row * habit.minutes) + ":00," + values[row]);
        }
        return rows;
    }
}
