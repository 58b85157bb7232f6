package io.chengyun.platform.sensing.sensorthings.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a collection (查询): which entities, in which order, which part of them, and what of each.
 *
 * @param filter null = all
 * @param select names of what is shown of each; empty = everything
 */
public record Query(
        @Nullable Expression filter,
        List<Order> order,
        List<String> select,
        List<Expansion> expand,
        Page page,
        boolean asArrays) {

    public Query {
        order = List.copyOf(order);
        select = List.copyOf(select);
        expand = List.copyOf(expand);
    }

    /** One thing to order by. */
    public record Order(Expression by, boolean descending) {}

    /**
     * Which part of the collection.
     *
     * @param count whether to say how many there are in all
     */
    public record Page(int top, long skip, boolean count) {}

    /**
     * A relation whose entities are shown in place.
     *
     * @param options what was asked of it, as the caller wrote it
     */
    public record Expansion(String link, Query query, Map<String, String> options) {

        public Expansion {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }
    }
}
