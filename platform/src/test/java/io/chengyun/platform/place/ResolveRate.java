package io.chengyun.platform.place;

import java.util.Random;

/** Prints how many points a second one thread places; run by hand. */
final class ResolveRate {

    private ResolveRate() {}

    public static void main(String[] arguments) {
        var random = new Random(1);
        var points = new Position[1_000_000];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Position(121.24 + 0.33 * random.nextDouble(), 30.97 + 0.29 * random.nextDouble());
        }
        for (int round = 0; round < 5; round++) {
            long begun = System.nanoTime();
            int inside = 0;
            for (var point : points) {
                inside += Minhang.PLACES.find(point, Minhang.TODAY).isPresent() ? 1 : 0;
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf("%.0f points/s, %d of %d inside%n", points.length / seconds, inside, points.length);
        }
    }
}
