package io.chengyun.acceptance.judge.made;

import java.util.Random;

/** What a district's people draw (合成用水量), every five minutes of half a year. */
final class Demand {

    private static final int A_DAY = 288;
    private static final int A_WEEK = 7;
    private static final double A_YEAR = 365;
    private static final int HOLIDAY = 7;

    private final Random random;
    private final double mean;
    /** Share of the mean that is drawn while people sleep, and lost in what always leaked. */
    private final double asleep;

    private final double season;
    private final double nightSeason;
    private final int seasonBegins;
    private final double weekend;
    private final double weather;
    private final double restless;
    private final double trembles;
    private final int holidayOn;
    private final int shiftOn;
    private final double shift;
    private final int[] hydrantsOn;

    private double today;
    private double tonight;
    private double hydrant;

    Demand(double mean, Random random) {
        this.random = random;
        this.mean = mean;
        asleep = 0.2 + 0.2 * random.nextDouble();
        season = 0.05 + 0.2 * random.nextDouble();
        nightSeason = season * 0.4 * random.nextDouble();
        seasonBegins = random.nextInt((int) A_YEAR);
        weekend = 0.9 + 0.25 * random.nextDouble();
        weather = 0.015 + 0.025 * random.nextDouble();
        restless = 0.015 + 0.035 * random.nextDouble();
        trembles = 0.03 + 0.05 * random.nextDouble();
        holidayOn = random.nextBoolean() ? random.nextInt(175) : -A_DAY;
        boolean newShift = random.nextInt(6) == 0;
        shiftOn = newShift ? 30 + random.nextInt(140) : A_DAY;
        shift = 0.05 + 0.15 * random.nextDouble();
        hydrantsOn = new int[] {random.nextInt(182), random.nextInt(182)};
    }

    double mean() {
        return mean;
    }

    /** What flows from one to five at night, about. */
    double night() {
        return mean * asleep;
    }

    double at(int row) {
        int day = row / A_DAY;
        double hour = row % A_DAY / 12.0;
        if (row % A_DAY == 0) {
            wake(day);
        }
        boolean free = day % A_WEEK >= 5 || isHoliday(day);
        double holiday = isHoliday(day) ? 0.85 : 1;
        double year = Math.sin(2 * Math.PI * (day + seasonBegins) / A_YEAR);
        double awake = free
                ? weekend * (peak(hour, 10, 2.5) + 0.6 * peak(hour, 14, 3) + 0.9 * peak(hour, 20, 2.5))
                : 1.3 * peak(hour, 7.5, 1.3) + 0.55 * peak(hour, 13, 3.5) + peak(hour, 20, 2.3);
        double drawn = mean * 1.35 * awake * (1 + season * year) * (1 + today) * holiday;
        double sleeps = night() * (1 + nightSeason * year) * (1 + tonight) * (isHoliday(day) ? 0.93 : 1);
        double works = day >= shiftOn && day % A_WEEK < 6 ? night() * shift : 0;
        double burst = hour >= 2 && hour < 4 ? hydrant : 0;
        return Math.max(0, (drawn + sleeps + works + burst) * (1 + trembles * random.nextGaussian()));
    }

    private void wake(int day) {
        today = 0.6 * today + 0.8 * weather * random.nextGaussian();
        tonight = 0.3 * tonight + 0.95 * restless * random.nextGaussian();
        hydrant = day == hydrantsOn[0] || day == hydrantsOn[1] ? night() * (0.2 + 0.4 * random.nextDouble()) : 0;
    }

    private boolean isHoliday(int day) {
        return day >= holidayOn && day < holidayOn + HOLIDAY;
    }

    private static double peak(double hour, double at, double width) {
        double off = (hour - at) / width;
        return Math.exp(-off * off / 2);
    }
}
