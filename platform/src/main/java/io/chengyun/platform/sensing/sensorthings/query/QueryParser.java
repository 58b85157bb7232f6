package io.chengyun.platform.sensing.sensorthings.query;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.sensorthings.query.Query.Expansion;
import io.chengyun.platform.sensing.sensorthings.query.Query.Order;
import io.chengyun.platform.sensing.sensorthings.query.Query.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the options of a query, and those of the expansions in it (查询选项). */
public final class QueryParser {

    private static final Set<String> SERVED =
            Set.of("$filter", "$orderby", "$select", "$expand", "$top", "$skip", "$count", "$resultFormat");

    private final Allowance allowance;
    private final Pages pages;
    private int depth;

    /**
     * How many entities there are in a page.
     *
     * @param usual when the caller does not say
     * @param most whatever the caller says
     */
    public record Pages(int usual, int most) {}

    private QueryParser(QuerySettings limits, Pages pages) {
        this.allowance = new Allowance(limits);
        this.pages = pages;
    }

    /** The query that options say; names without a dollar are not the standard's and are passed over. */
    public static Query parse(Map<String, String> options, QuerySettings limits, Pages pages) {
        return new QueryParser(limits, pages).query(options);
    }

    private Query query(Map<String, String> options) {
        for (var option : options.entrySet()) {
            if (option.getKey().startsWith("$") && !SERVED.contains(option.getKey())) {
                throw new Malformed(
                        option.getKey(),
                        "is not served; these are: "
                                + String.join(" ", SERVED.stream().sorted().toList()));
            }
            allowance.checkLength(option.getKey(), option.getValue());
        }
        var filter = options.get("$filter");
        return new Query(
                filter == null ? null : ExpressionParser.parse("$filter", filter, allowance),
                orders(options.get("$orderby")),
                selected(options.get("$select")),
                expansions(options.get("$expand")),
                page(options),
                asArrays(options.get("$resultFormat")));
    }

    private List<Order> orders(@Nullable String text) {
        var orders = new ArrayList<Order>();
        for (var term : text == null ? List.<String>of() : Cut.at(',', "$orderby", text)) {
            boolean descending = term.endsWith(" desc");
            var by = descending || term.endsWith(" asc") ? term.substring(0, term.lastIndexOf(' ')) : term;
            orders.add(new Order(ExpressionParser.parse("$orderby", by, allowance), descending));
        }
        return orders;
    }

    private List<String> selected(@Nullable String text) {
        return text == null ? List.of() : Cut.at(',', "$select", text);
    }

    private List<Expansion> expansions(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        allowance.checkDepth("$expand", ++depth);
        // Datastreams/Sensor,Datastreams/Thing asks for one expansion with two in it.
        var byLink = new LinkedHashMap<String, Map<String, String>>();
        for (var item : Cut.at(',', "$expand", text)) {
            add(item, byLink);
        }
        var expansions = new ArrayList<Expansion>();
        byLink.forEach((link, options) -> {
            allowance.takeExpansion();
            expansions.add(new Expansion(link, query(options), options));
        });
        depth--;
        return expansions;
    }

    private static void add(String item, Map<String, Map<String, String>> byLink) {
        int slash = item.indexOf('/');
        int open = item.indexOf('(');
        boolean steps = slash >= 0 && (open < 0 || slash < open);
        var link = item.substring(0, steps ? slash : open < 0 ? item.length() : open);
        var options = byLink.computeIfAbsent(link.strip(), name -> new LinkedHashMap<>());
        if (steps) {
            put(options, "$expand", item.substring(slash + 1));
        } else if (open >= 0) {
            if (!item.endsWith(")")) {
                throw new Malformed("$expand", "write " + link + "($filter=…;$top=…)");
            }
            for (var option : Cut.at(';', "$expand", item.substring(open + 1, item.length() - 1))) {
                int equals = option.indexOf('=');
                if (equals < 0) {
                    throw new Malformed("$expand", "write " + link + "($filter=…;$top=…)");
                }
                put(options, option.substring(0, equals).strip(), option.substring(equals + 1));
            }
        }
    }

    private static void put(Map<String, String> options, String name, String value) {
        var before = options.put(name, value);
        if (before != null) {
            if (!name.equals("$expand")) {
                throw new Malformed("$expand", "says " + name + " of one relation twice");
            }
            options.put(name, before + "," + value);
        }
    }

    private Page page(Map<String, String> options) {
        long top = number(options, "$top", pages.usual());
        return new Page((int) Math.min(top, pages.most()), number(options, "$skip", 0), truth(options.get("$count")));
    }

    private static boolean truth(@Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new Malformed("$count", "must be true or false");
    }

    private static boolean asArrays(@Nullable String text) {
        if (text != null && !text.equals("dataArray")) {
            throw new Malformed("$resultFormat", "must be dataArray");
        }
        return text != null;
    }

    private static long number(Map<String, String> options, String option, int otherwise) {
        var text = options.get(option);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new Malformed(option, "must be a whole number, 0 or greater, in digits");
        }
        return Long.parseLong(text);
    }
}
