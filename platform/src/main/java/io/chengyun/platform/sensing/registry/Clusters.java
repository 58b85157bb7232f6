package io.chengyun.platform.sensing.registry;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.registry.HealthRules.Health;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Devices gathered for a map (设备聚合): a grid of squares in web-mercator, so that squares are square on the screen and a
 * cluster never jumps while the reader moves about. Values in, clusters out.
 */
final class Clusters {

    /** How many squares lie side by side in one map tile. */
    private static final int SQUARES = 4;

    private static final double FARTHEST = 85.05112878;
    private static final int DEEPEST = 22;

    private final Box box;
    private final double squares;
    private final Map<Long, Gathering> gatherings = new HashMap<>();

    Clusters(Box box, double zoom) {
        this.box = box;
        this.squares = Math.pow(2, Math.min(Math.max(Math.floor(zoom), 0), DEEPEST)) * SQUARES;
    }

    /** What the reader sees of the earth (视野), in degrees. */
    record Box(double west, double south, double east, double north) {

        static Box of(String text) {
            var parts = text.split(",", -1);
            try {
                if (parts.length == 4) {
                    return new Box(
                            Double.parseDouble(parts[0]),
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3]));
                }
            } catch (NumberFormatException wrong) {
                throw new Malformed("bbox", wrong.getMessage() + ": write west,south,east,north in degrees");
            }
            throw new Malformed("bbox", "write west,south,east,north in degrees");
        }

        boolean holds(double lon, double lat) {
            return lon >= west && lon <= east && lat >= south && lat <= north;
        }
    }

    /**
     * Devices of one square (聚合点).
     *
     * @param lon mean of their longitudes
     * @param device code of the device if it is alone
     * @param name its name
     * @param health how many there are of each
     */
    record Cluster(
            double lon,
            double lat,
            int count,
            @Nullable String device,
            @Nullable String name,
            Map<Health, Integer> health) {}

    /** Adds up the devices of one square. */
    private static final class Gathering {
        private final Device first;
        private double lon;
        private double lat;
        private int count;
        private final Map<Health, Integer> health = new EnumMap<>(Health.class);

        Gathering(Device first) {
            this.first = first;
        }

        Cluster cluster() {
            boolean alone = count == 1;
            return new Cluster(
                    lon / count, lat / count, count, alone ? first.code() : null, alone ? first.name() : null, health);
        }
    }

    /** Whether a device is in sight. */
    boolean sees(Device device) {
        var at = device.position();
        return at != null && box.holds(at.lon(), at.lat());
    }

    void add(Device device, Health health) {
        var at = device.position();
        if (at == null) {
            return;
        }
        var gathering = gatherings.computeIfAbsent(square(at.lon(), at.lat()), key -> new Gathering(device));
        gathering.lon += at.lon();
        gathering.lat += at.lat();
        gathering.count++;
        gathering.health.merge(health, 1, Integer::sum);
    }

    List<Cluster> list() {
        var clusters = new ArrayList<Cluster>(gatherings.size());
        gatherings.values().forEach(gathering -> clusters.add(gathering.cluster()));
        return clusters;
    }

    private long square(double lon, double lat) {
        double sine = Math.sin(Math.toRadians(Math.min(Math.max(lat, -FARTHEST), FARTHEST)));
        double x = (lon + 180) / 360;
        double y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        return ((long) (x * squares) << 32) | (long) (y * squares);
    }
}
