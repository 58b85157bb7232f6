package io.chengyun.platform.sensing.sensorthings.search;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.EntityType.Key;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import io.chengyun.platform.sensing.sensorthings.model.Field;
import io.chengyun.platform.sensing.sensorthings.model.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what paths lead to, and the tables that must be joined for it (路径解析). */
final class Joins {

    private final String option;
    private final EntityType root;
    private final String alias;
    private final String prefix;
    private final Map<List<String>, Spot> spots = new HashMap<>();
    private final List<SqlText> joins = new ArrayList<>();
    private boolean many;

    /** An entity on the way, and its alias. */
    private record Spot(EntityType type, String alias) {}

    Joins(String option, EntityType root, String alias) {
        this.option = option;
        this.root = root;
        this.alias = alias;
        // An order and a filter may stand in one statement: their aliases must not meet.
        this.prefix = alias + option.charAt(1);
    }

    /** The joins that the paths needed, to stand behind the root's. */
    SqlText sql() {
        return SqlText.join("", joins);
    }

    /** Whether a path went along a relation to several. */
    boolean many() {
        return many;
    }

    /** Adds a table of values that were worked out beforehand. */
    String addValues(SqlText id, Long[] ids, Double[] values) {
        var name = prefix + "v" + joins.size();
        joins.add(SqlText.fill(
                " left join unnest({0}, {1}) " + name + "(id, value) on " + name + ".id = {2}",
                SqlText.bound("bigint[]", ids),
                SqlText.bound("float8[]", values),
                id));
        return name;
    }

    Value find(List<String> steps) {
        var spot = new Spot(root, alias);
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var rest = steps.subList(i + 1, steps.size());
            if (step.equals("id") || step.equals("@iot.id")) {
                end(step, rest);
                return id(spot);
            }
            var field = spot.type().findField(step);
            if (field.isPresent()) {
                return value(spot, field.get(), rest);
            }
            spot = follow(spot, step, steps.subList(0, i + 1));
        }
        throw new Malformed(option, String.join("/", steps) + " is a relation: name a property of it");
    }

    private Spot follow(Spot from, String name, List<String> way) {
        var link = from.type().findLink(name).orElseThrow(() -> unknown(from.type(), name));
        var known = spots.get(way);
        many |= !link.one();
        if (known != null) {
            return known;
        }
        var to = new Spot(EntityTypes.get(link.target()), prefix + spots.size());
        var table = to.type().from(to.alias());
        joins.add(SqlText.raw(" left join %s on %s"
                .formatted(
                        table.contains(" join ") ? "(" + table + ")" : table,
                        link.join(from.type(), from.alias(), to.alias()))));
        spots.put(List.copyOf(way), to);
        return to;
    }

    private Malformed unknown(EntityType type, String name) {
        var names = new ArrayList<String>();
        type.shown().stream().map(Field::name).forEach(names::add);
        type.links().stream().map(Link::name).forEach(names::add);
        return new Malformed(option, type.set() + " have no " + name + "; they have " + String.join(", ", names));
    }

    private void end(String step, List<String> rest) {
        if (!rest.isEmpty()) {
            throw new Malformed(option, step + " has no " + rest.get(0));
        }
    }

    private static Value id(Spot spot) {
        if (spot.type().key() == Key.NUMBER) {
            return new Value.Plain(Value.Type.NUMBER, SqlText.raw(spot.alias() + ".id"));
        }
        var stream = spot.alias() + ".datastream_id";
        var micros = "(extract(epoch from " + spot.alias() + ".phenomenon_at) * 1000000)::bigint";
        return new Value.Any(
                SqlText.raw("(" + stream + " * 4294967296 + extract(epoch from " + spot.alias() + ".phenomenon_at))"),
                SqlText.raw("(" + stream + " || '-' || " + micros + ")"),
                SqlText.raw("null::boolean"));
    }

    private Value value(Spot spot, Field field, List<String> rest) {
        var sql = SqlText.raw(field.select(spot.alias()));
        return switch (field.kind()) {
            case TEXT -> plain(Value.Type.TEXT, field, sql, rest);
            case TIME -> plain(Value.Type.INSTANT, field, sql, rest);
            case DURATION -> plain(Value.Type.DURATION, field, sql, rest);
            case PERIOD -> {
                end(field.name(), rest);
                yield new Value.Period(sql, SqlText.raw(field.end(spot.alias())));
            }
            case JSON -> Value.Any.json(below(sql, rest));
            case RESULT -> rest.isEmpty() ? result(spot.alias()) : Value.Any.json(below(sql, rest));
            case PLACE ->
                rest.isEmpty()
                        ? new Value.Place(
                                Shapes.of(spot.type()),
                                SqlText.raw(spot.alias() + ".id"),
                                SqlText.fill("({0})::text", sql))
                        : Value.Any.json(below(sql, rest));
        };
    }

    private Value plain(Value.Type type, Field field, SqlText sql, List<String> rest) {
        end(field.name(), rest);
        return new Value.Plain(type, sql);
    }

    private static SqlText below(SqlText json, List<String> keys) {
        return keys.isEmpty()
                ? json
                : SqlText.fill("({0} #> {1})", json, SqlText.bound("text[]", keys.toArray(String[]::new)));
    }

    /** Of most observations the lean row alone decides. */
    private static Value result(String alias) {
        var lean = "nullif(" + alias + ".result, 'NaN')";
        var beside = Value.Any.json(SqlText.raw(alias + "_d.result"));
        return new Value.Any(
                SqlText.raw(lean), SqlText.fill("coalesce({0}, " + lean + "::text)", beside.text()), beside.truth());
    }
}
