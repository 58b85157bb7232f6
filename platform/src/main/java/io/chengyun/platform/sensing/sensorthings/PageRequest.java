package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a collection is asked for (分页).
 *
 * @param orderBy as the caller wrote it; null = the collection's own order
 */
record PageRequest(
        int top, int skip, boolean count, @Nullable String orderBy) {

    private static final Set<String> SERVED = Set.of("$top", "$skip", "$count", "$orderby");

    static PageRequest of(Map<String, String> query, SensorThingsSettings settings) {
        for (var option : query.keySet()) {
            if (option.startsWith("$") && !SERVED.contains(option)) {
                throw new Malformed(option, "is not served; these are: " + String.join(" ", List.copyOf(SERVED)));
            }
        }
        return new PageRequest(
                Math.min(number(query, "$top", settings.page()), settings.maxPage()),
                number(query, "$skip", 0),
                Boolean.parseBoolean(query.get("$count")),
                query.get("$orderby"));
    }

    /** The SQL order that this page has. */
    String order(EntityType type, String usual) {
        if (orderBy == null) {
            return usual;
        }
        var terms = new ArrayList<String>();
        for (var term : orderBy.split(",", -1)) {
            terms.add(term(type, term.strip().split("\\s+", -1)));
        }
        terms.add(usual);
        return String.join(", ", terms);
    }

    /** The query of the page after this one. */
    String next() {
        return "$top=" + top + "&$skip=" + (skip + top) + (count ? "&$count=true" : "")
                + (orderBy == null ? "" : "&$orderby=" + orderBy.replace(" ", "%20"));
    }

    private static String term(EntityType type, String[] words) {
        boolean down = words.length == 2 && words[1].equals("desc");
        boolean up = words.length == 1 || (words.length == 2 && words[1].equals("asc"));
        if (!down && !up) {
            throw new Malformed("$orderby", "write property asc or property desc, separated by commas");
        }
        var select = words[0].equals("id") || words[0].equals("@iot.id")
                ? type.order()
                : type.shown().stream()
                        .filter(field -> field.name().equals(words[0]))
                        .map(EntityType.Field::select)
                        .findFirst()
                        .orElseThrow(() -> new Malformed("$orderby", type.set() + " have no " + words[0]));
        return down ? select.replace(",", " desc,") + " desc" : select;
    }

    private static int number(Map<String, String> query, String option, int otherwise) {
        var text = query.get(option);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Malformed(option, "must be a whole number, 0 or greater");
        }
        return Integer.parseInt(text);
    }
}
