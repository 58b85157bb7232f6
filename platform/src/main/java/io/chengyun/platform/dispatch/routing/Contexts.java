package io.chengyun.platform.dispatch.routing;

import io.chengyun.platform.place.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** In what a matter is like others (相似范围), from the widest to the narrowest: class, area, street, ever smaller squares, address. */
final class Contexts {

    /** Edges of the squares in metres. */
    private static final List<Integer> SQUARES = List.of(4_000, 2_000, 1_000, 500, 250, 125);

    private static final double METRES_A_DEGREE = 111_320;
    private static final Pattern HOUSE_NUMBER = Pattern.compile("^\\S*\\d\\S*\\s+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Contexts() {}

    static List<String> of(Sought sought) {
        var contexts = new ArrayList<>(List.of("", key("service", sought, "")));
        if (!sought.area().isBlank()) {
            contexts.add(key("area", sought, plain(sought.area())));
        }
        var address = plain(sought.address());
        if (!address.isEmpty()) {
            contexts.add(key("street", sought, HOUSE_NUMBER.matcher(address).replaceFirst("")));
        }
        var point = sought.point();
        if (point != null) {
            SQUARES.forEach(edge -> contexts.add(key("square" + edge, sought, square(point, edge))));
        }
        if (!address.isEmpty()) {
            contexts.add(key("address", sought, address));
        }
        return contexts;
    }

    private static String key(String kind, Sought sought, String what) {
        return kind + '\n' + sought.service() + '\n' + what;
    }

    private static String plain(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** Squares of one row are as wide as in the middle of the row. */
    private static String square(Position point, int edge) {
        long row = Math.round(point.lat() * METRES_A_DEGREE / edge);
        double width = METRES_A_DEGREE * Math.cos(Math.toRadians(row * edge / METRES_A_DEGREE));
        return row + "," + Math.round(point.lon() * width / edge);
    }
}
