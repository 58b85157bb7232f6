package io.chengyun.acceptance.judge.made;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** What goes on inside a machine from second to second (机器内部状态), of which sensors see a part. */
final class Body {

    private static final double SEEN_WARM = 60;

    private final Random random;
    private final Map<Fault, Double> faults = new EnumMap<>(Fault.class);
    private final double[] points;
    private final double staysSeconds;
    private final double bodyHolds;
    private final double bearingHolds;
    private final double heats;
    private double point;
    private double wander;
    private double mains;

    /** Degrees. */
    double around;

    /** Of what it carries, and of its bearing, in degrees. */
    double warmth;

    double bearing;

    /** How full the vessel behind it is, 0 to 1, and whether it is being filled. */
    double vessel = 0.5;

    boolean fills = true;

    Body(Random random) {
        this.random = random;
        int several = 1 + random.nextInt(3);
        points = new double[several];
        for (int i = 0; i < several; i++) {
            points[i] = 1 - 0.1 * i - 0.05 * random.nextDouble();
        }
        point = points[0];
        staysSeconds = 30 + 60 * random.nextDouble();
        bodyHolds = 200 + 800 * random.nextDouble();
        bearingHolds = 100 + 300 * random.nextDouble();
        heats = 8 + 10 * random.nextDouble();
        around = 15 + 15 * random.nextDouble();
        double warm = 0.5 + 0.5 * random.nextDouble();
        warmth = around + warm * heats;
        bearing = around + warm * 1.4 * heats;
    }

    void suffers(Fault fault, double size) {
        faults.merge(fault, fault.plain * size, Math::max);
    }

    double fault(Fault fault) {
        return faults.getOrDefault(fault, 0.0);
    }

    /** A second goes by; what it suffers must be told anew. */
    void next() {
        double work = load() * load() * load() * (1 + fault(Fault.FRICTION));
        double loses = 1 - fault(Fault.FOULED);
        warmth += (around + heats * work / loses - warmth) / bodyHolds;
        double rubs = 1 + 2 * fault(Fault.FRICTION) + 0.15 * fault(Fault.IMBALANCE);
        bearing += (warmth + 0.4 * heats * work * rubs - bearing) / bearingHolds;
        around += 0.01 * random.nextGaussian();
        wander = 0.95 * wander + 0.004 * random.nextGaussian();
        mains = 0.99 * mains + 0.0007 * random.nextGaussian();
        if (random.nextDouble() < 1 / staysSeconds) {
            point = points[random.nextInt(points.length)];
        }
        vessel += fills ? (1 - fault(Fault.THROTTLED)) / 25 : 0;
        vessel -= (0.6 + 6 * wander) / 40 + fault(Fault.LEAK) / 10;
        fills = vessel < 0.3 || fills && vessel < 0.9;
        faults.clear();
    }

    /** Share of its full speed. */
    double load() {
        return point + wander;
    }

    /** Share of the nominal voltage. */
    double mains() {
        return 1 + mains;
    }

    /** Trembling of this usual size, which a sensor adds to what it reads. */
    double noise(double size) {
        return size * random.nextGaussian();
    }

    /** A velocity of vibration around this, in mm/s, with the long tail that vibration has. */
    double vibration(double usual) {
        double shaken = usual * load() * load() * (1 + fault(Fault.IMBALANCE) + 3 * fault(Fault.CAVITATION));
        return shaken * Math.exp(noise(0.12)) * (1 + 0.002 * (bearing - SEEN_WARM));
    }
}
