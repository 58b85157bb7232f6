package io.chengyun.platform.assessment.group;

import io.chengyun.platform.place.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which streams stand around which (邻域): of each stream the nearest within a radius, no more than so many. Who belongs to
 * whom does not depend on the order in which they came. Guarded by {@link Groups}.
 */
final class Neighbourhoods {

    private static final double METRES_A_DEGREE = 111_320;
    /** A degree of longitude is at least half as long as one of latitude wherever cities of this country lie. */
    private static final double NARROWEST = 0.5;

    private static final Comparator<Near> NEAREST =
            Comparator.comparingDouble(Near::metres).thenComparingLong(Near::id);

    private final double radius;
    private final int most;
    private final Map<Long, Position> spots = new HashMap<>();
    private final Map<Cell, Set<Long>> cells = new HashMap<>();
    private final Map<Long, TreeSet<Near>> around = new HashMap<>();
    private final Map<Long, TreeSet<Long>> centres = new HashMap<>();

    private record Cell(long row, long column) {}

    private record Near(double metres, long id) {}

    Neighbourhoods(double radius, int most) {
        this.radius = radius;
        this.most = most;
    }

    /** The streams in whose neighbourhood one stands, itself among them. */
    List<Long> centresOf(long stream) {
        return List.copyOf(centres.getOrDefault(stream, new TreeSet<>()));
    }

    /** Takes a stream in, or takes it to where it stands now; the others whose neighbourhoods this changes. */
    Set<Long> join(long stream, Position at) {
        if (at.equals(spots.get(stream))) {
            return Set.of();
        }
        var changed = leave(stream);
        spots.put(stream, at);
        cells.computeIfAbsent(cell(at), one -> new HashSet<>()).add(stream);
        gather(stream, changed);
        for (var near : List.copyOf(within(stream))) {
            var theirs = Objects.requireNonNull(around.get(near.id()));
            theirs.add(new Near(near.metres(), stream));
            centres(stream).add(near.id());
            if (theirs.size() > most) {
                var displaced = Objects.requireNonNull(theirs.pollLast()).id();
                centres(displaced).remove(near.id());
                changed.add(displaced);
            }
        }
        changed.remove(stream);
        return changed;
    }

    /** Takes a stream out; the others whose neighbourhoods this changes. */
    Set<Long> leave(long stream) {
        var changed = new HashSet<Long>();
        var at = spots.remove(stream);
        if (at == null) {
            return changed;
        }
        Objects.requireNonNull(cells.get(cell(at))).remove(stream);
        scatter(stream, changed);
        var widowed = Objects.requireNonNull(centres.remove(stream));
        widowed.remove(stream);
        for (long centre : widowed) {
            scatter(centre, changed);
            gather(centre, changed);
        }
        changed.remove(stream);
        return changed;
    }

    private void scatter(long centre, Set<Long> changed) {
        var members = around.remove(centre);
        if (members != null) {
            members.forEach(near -> {
                centres(near.id()).remove(centre);
                changed.add(near.id());
            });
            if (centres.containsKey(centre)) {
                centres(centre).remove(centre);
            }
        }
    }

    private void gather(long centre, Set<Long> changed) {
        var members = new TreeSet<>(NEAREST);
        within(centre).stream().limit(most).forEach(members::add);
        around.put(centre, members);
        centres(centre).add(centre);
        members.forEach(near -> {
            centres(near.id()).add(centre);
            changed.add(near.id());
        });
    }

    private Set<Long> centres(long stream) {
        return centres.computeIfAbsent(stream, one -> new TreeSet<>());
    }

    /** The others within the radius, nearest first. */
    private List<Near> within(long stream) {
        var at = Objects.requireNonNull(spots.get(stream));
        var cell = cell(at);
        var found = new ArrayList<Near>();
        for (long row = cell.row() - 1; row <= cell.row() + 1; row++) {
            for (long column = cell.column() - 1; column <= cell.column() + 1; column++) {
                for (long other : cells.getOrDefault(new Cell(row, column), Set.of())) {
                    double metres = metres(at, Objects.requireNonNull(spots.get(other)));
                    if (other != stream && metres <= radius) {
                        found.add(new Near(metres, other));
                    }
                }
            }
        }
        found.sort(NEAREST);
        return found;
    }

    private Cell cell(Position at) {
        return new Cell((long) Math.floor(at.lat() * METRES_A_DEGREE / radius), (long)
                Math.floor(at.lon() * METRES_A_DEGREE * NARROWEST / radius));
    }

    private static double metres(Position one, Position other) {
        double middle = Math.toRadians((one.lat() + other.lat()) / 2);
        double east = (one.lon() - other.lon()) * METRES_A_DEGREE * Math.cos(middle);
        double north = (one.lat() - other.lat()) * METRES_A_DEGREE;
        return Math.hypot(east, north);
    }
}
