package io.chengyun.platform.sensing.sensorthings.search;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.sensorthings.query.Expression;
import io.chengyun.platform.sensing.sensorthings.query.Expression.Literal;
import io.chengyun.platform.sensing.sensorthings.query.Expression.Span;
import io.chengyun.platform.sensing.sensorthings.query.Operator;
import io.chengyun.platform.sensing.sensorthings.search.Value.Plain;
import io.chengyun.platform.sensing.sensorthings.search.Value.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns expressions over one type of entity into SQL (翻译). */
final class Translator implements Expression.Visitor<Value> {

    private final String option;
    private final Joins joins;
    private final GeometryStore geometry;
    private final Instant now;

    /**
     * @param option the query option that the expressions stand in
     * @param joins where their paths begin
     */
    Translator(String option, Joins joins, GeometryStore geometry, Instant now) {
        this.option = option;
        this.joins = joins;
        this.geometry = geometry;
        this.now = now;
    }

    Joins joins() {
        return joins;
    }

    /** The expression as a condition. */
    SqlText condition(Expression expression) {
        return expression.accept(this).need(Type.TRUTH, option, "a condition");
    }

    /** What to order by, the most important first. */
    List<SqlText> ordering(Expression expression) {
        var value = expression.accept(this);
        if (joins.many()) {
            throw new Malformed(option, "orders by something of which there may be several");
        }
        return value.types().contains(Type.NUMBER) && value.types().contains(Type.TEXT)
                ? List.of(value.as(Type.NUMBER), value.as(Type.TEXT))
                : List.of(value.presence());
    }

    @Override
    public Value literal(Literal literal) {
        var value = literal.value();
        return switch (literal.kind()) {
            case NUMBER -> new Plain(Type.NUMBER, SqlText.bound("float8", value));
            case TEXT -> new Plain(Type.TEXT, SqlText.bound("text", value));
            case TRUTH -> new Plain(Type.TRUTH, SqlText.bound("boolean", value));
            case INSTANT -> new Plain(Type.INSTANT, time(value));
            case DATE -> new Plain(Type.DATE, SqlText.bound("date", value.toString()));
            case TIME -> new Plain(Type.TIME, SqlText.bound("time", value.toString()));
            case DURATION -> new Plain(Type.DURATION, duration((Duration) value));
            case PERIOD -> new Value.Period(time(((Span) value).begin()), time(((Span) value).end()));
            case SHAPE, NOTHING -> new Value.Written(value.toString());
        };
    }

    private static SqlText time(Object instant) {
        return SqlText.bound("timestamptz", instant.toString());
    }

    private static SqlText duration(Duration value) {
        return SqlText.fill("make_interval(secs => {0})", SqlText.bound("float8", value.toMillis() / 1000.0));
    }

    @Override
    public Value path(Expression.Path path) {
        return joins.find(path.steps());
    }

    @Override
    public Value not(Expression.Not not) {
        return new Plain(
                Type.TRUTH, SqlText.fill("(not {0})", not.of().accept(this).need(Type.TRUTH, option, "not")));
    }

    @Override
    public Value binary(Expression.Binary binary) {
        var operator = binary.operator();
        var far = farthest(binary);
        var left = far == null ? binary.left().accept(this) : geo(far.call(), far.within());
        var right = binary.right().accept(this);
        return switch (operator.family()) {
            case LOGIC ->
                new Plain(
                        Type.TRUTH,
                        SqlText.fill(
                                "({0} " + operator.word() + " {1})",
                                left.need(Type.TRUTH, option, operator.word()),
                                right.need(Type.TRUTH, option, operator.word())));
            case COMPARISON -> new Plain(Type.TRUTH, new Comparison(option, operator).of(left, right));
            case ARITHMETIC -> new Arithmetic(option, operator).of(left, right);
        };
    }

    private record Far(Expression.Call call, double within) {}

    /** A distance that is only asked to be small: what lies further off need not be looked at. */
    private static @Nullable Far farthest(Expression.Binary binary) {
        boolean below = binary.operator() == Operator.LT || binary.operator() == Operator.LE;
        if (below
                && binary.left() instanceof Expression.Call call
                && call.name().equals(GeoFunction.DISTANCE.word())
                && binary.right() instanceof Literal limit
                && limit.value() instanceof Double number) {
            return new Far(call, number);
        }
        return null;
    }

    @Override
    public Value call(Expression.Call call) {
        var name = call.name();
        if (name.equals("now") && call.given().isEmpty()) {
            return new Plain(Type.INSTANT, time(now));
        }
        if (GeoFunction.find(name).isPresent()) {
            return geo(call, Double.POSITIVE_INFINITY);
        }
        var function = Functions.find(name, call.given().size())
                .orElseThrow(() -> new Malformed(
                        option,
                        "there is no function " + name + " of " + call.given().size() + " values; there are "
                                + String.join(", ", Functions.names()) + " and the geospatial ones"));
        var given = new ArrayList<SqlText>();
        for (int i = 0; i < call.given().size(); i++) {
            given.add(call.given().get(i).accept(this).need(function.needs().get(i), option, name));
        }
        return new Plain(function.gives(), SqlText.fill(function.sql(), given));
    }

    private Value geo(Expression.Call call, double within) {
        var function = GeoFunction.find(call.name()).orElseThrow();
        var given = call.given().stream().map(one -> one.accept(this)).toList();
        if (given.size() != function.given()) {
            throw new Malformed(option, function.word() + " takes " + function.given() + " values");
        }
        var first = given.get(0);
        var second = given.size() > 1 ? given.get(1) : first;
        boolean writtenFirst = first instanceof Value.Written;
        if ((writtenFirst ? second : first) instanceof Value.Place place) {
            var written = (writtenFirst ? first : second) instanceof Value.Written shape
                    ? GeoCall.read(option, shape.shape())
                    : null;
            if (written != null || function == GeoFunction.LENGTH) {
                var pattern = GeoCall.pattern(option, given);
                return value(new GeoCall(function, place.shapes(), written, writtenFirst, pattern, within), place);
            }
        }
        throw new Malformed(
                option, function.word() + " needs a place such as location, and one such as geography'POINT (121 31)'");
    }

    private Value value(GeoCall call, Value.Place place) {
        var found = geometry.weigh(call);
        var name = joins.addValues(place.id(), found.ids(), found.values());
        if (call.function().measures()) {
            return new Plain(Type.NUMBER, SqlText.raw("nullif(" + name + ".value, 'NaN')"));
        }
        return new Plain(
                Type.TRUTH,
                SqlText.fill("(case when {0} is not null then coalesce(" + name + ".value, 0) = 1 end)", place.id()));
    }
}
