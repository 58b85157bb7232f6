package io.chengyun.platform.address;

import io.chengyun.platform.place.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The roads of the district (道路) as its address book draws them, from door to door: on which of them a point stands. Never
 * changes, so any thread may ask.
 */
public final class Roads {

    private static final double METRES_A_DEGREE = 111_195;

    private final Set<String> names;
    private final STRtree pieces = new STRtree();

    /**
     * Where on a road something is (路段位置).
     *
     * @param number of the nearest door there, or what it would be between two doors
     */
    public record OnRoad(String road, int number) {}

    /** From one door to the next, the same where a road has one door only. */
    private record Piece(String road, Door from, Door to) {}

    private record Door(int number, Position position) {}

    private record Found(OnRoad where, double metres) {}

    private Roads(AddressBook book) {
        names = new HashSet<>(book.roads());
        for (var road : book.roads()) {
            var doors = new ArrayList<Door>();
            book.doors(road).forEach((number, position) -> doors.add(new Door(number, position)));
            for (int i = 0; i < doors.size(); i++) {
                add(new Piece(road, doors.get(Math.max(0, i - 1)), doors.get(i)));
            }
        }
        pieces.build();
    }

    /** The roads of a district package folder. */
    public static Roads of(Path district) {
        return new Roads(AddressBook.read(district));
    }

    private void add(Piece piece) {
        var from = piece.from().position();
        var to = piece.to().position();
        pieces.insert(new Envelope(from.lon(), to.lon(), from.lat(), to.lat()), piece);
    }

    /** Whether the address book has this road. */
    public boolean knows(String road) {
        return names.contains(road);
    }

    /** The nearest road that is no farther away than that. */
    public Optional<OnRoad> find(Position point, double metres) {
        double up = metres / METRES_A_DEGREE;
        double across = up / Math.cos(Math.toRadians(point.lat()));
        var around = new Envelope(point.lon() - across, point.lon() + across, point.lat() - up, point.lat() + up);
        return listWithin(around).stream()
                .map(piece -> nearest(piece, point))
                .filter(found -> found.metres() <= metres)
                .min(Comparator.comparingDouble(Found::metres)
                        .thenComparing(found -> found.where().road()))
                .map(Found::where);
    }

    @SuppressWarnings("unchecked")
    private List<Piece> listWithin(Envelope around) {
        return pieces.query(around);
    }

    /** The nearest point of a piece, on a plane that touches the earth at the point. */
    private static Found nearest(Piece piece, Position point) {
        double scale = Math.cos(Math.toRadians(point.lat()));
        var from = piece.from().position();
        var to = piece.to().position();
        double ax = (from.lon() - point.lon()) * scale;
        double ay = from.lat() - point.lat();
        double dx = (to.lon() - from.lon()) * scale;
        double dy = to.lat() - from.lat();
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
        double metres = Math.hypot(ax + share * dx, ay + share * dy) * METRES_A_DEGREE;
        long number = Math.round(piece.from().number()
                + share * (piece.to().number() - piece.from().number()));
        return new Found(new OnRoad(piece.road(), (int) number), metres);
    }
}
