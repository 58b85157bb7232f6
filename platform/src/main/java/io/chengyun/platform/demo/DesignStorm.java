package io.chengyun.platform.demo;

import java.time.Duration;

/**
 * A design storm (设计暴雨): Shanghai's intensity formula shaped as a Chicago hyetograph.
 *
 * <p>Mean intensity over t minutes is q = 1600 (1 + 0.846 lg P) / (t + 7.0)^0.656 L/(s·ha), DB31/T 1043-2017; the
 * hyetograph is the one whose every centred interval has that mean (Keifer and Chu, 1957).
 */
final class DesignStorm {

    private static final double LITRES_TO_MM_PER_MINUTE = 0.006;
    private static final double B = 7.0;
    private static final double N = 0.656;

    private final double a;
    private final double length;
    private final double peak;

    /**
     * @param returnYears return period P in years
     * @param length how long it rains
     * @param peak part of the time before the peak, 0 to 1
     */
    DesignStorm(double returnYears, Duration length, double peak) {
        this.a = 1600 * (1 + 0.846 * Math.log10(returnYears)) * LITRES_TO_MM_PER_MINUTE;
        this.length = length.toSeconds() / 60.0;
        this.peak = peak;
    }

    Duration length() {
        return Duration.ofSeconds(Math.round(length * 60));
    }

    /** Rain that falls between two moments of the storm, in mm. */
    double millimetres(Duration from, Duration to) {
        return fallenBy(to) - fallenBy(from);
    }

    private double fallenBy(Duration moment) {
        double minutes = Math.max(0, Math.min(length, moment.toSeconds() / 60.0));
        double peakAt = peak * length;
        return minutes < peakAt
                ? side(peakAt, peak) - side(peakAt - minutes, peak)
                : side(peakAt, peak) + side(minutes - peakAt, 1 - peak);
    }

    /** Rain of a side's last {@code minutes} next to the peak: the mean intensity over minutes / part, times minutes. */
    private double side(double minutes, double part) {
        return a * minutes / Math.pow(minutes / part + B, N);
    }
}
