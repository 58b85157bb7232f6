package io.chengyun.platform.dispatch.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Front door of routing (派遣建议): who is likely to take a matter, counted from who took earlier ones like it. What is narrower
 * weighs more the oftener it was seen; where nothing narrower is known, the wider decides. Learning goes on; one thread only.
 */
public final class Routes {

    /** So often a context must have been seen to weigh as much as all wider ones together. */
    private static final double DOUBT = 3;

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();

    /**
     * Somebody who may take it (建议单位).
     *
     * @param likelihood 0 to 1; all together 1
     */
    public record Ranked(String organisation, double likelihood) {}

    /** Learns that this organisation took it. */
    public void learn(Sought sought, String organisation) {
        Contexts.of(sought)
                .forEach(context ->
                        counts.computeIfAbsent(context, any -> new HashMap<>()).merge(organisation, 1, Integer::sum));
    }

    /** The likeliest first, at most so many; of two that are equally likely the first by name. */
    public List<Ranked> rank(Sought sought, int most) {
        Map<String, Double> likely = new HashMap<>();
        for (var context : Contexts.of(sought)) {
            weigh(counts.getOrDefault(context, Map.of()), likely);
        }
        var ranked = new ArrayList<Ranked>();
        likely.forEach((organisation, likelihood) -> ranked.add(new Ranked(organisation, likelihood)));
        ranked.sort(Comparator.comparingDouble(Ranked::likelihood).reversed().thenComparing(Ranked::organisation));
        return List.copyOf(ranked.subList(0, Math.min(most, ranked.size())));
    }

    private static void weigh(Map<String, Integer> here, Map<String, Double> likely) {
        double seen = here.values().stream().mapToInt(Integer::intValue).sum();
        if (seen == 0) {
            return;
        }
        double trust = likely.isEmpty() ? 1 : seen / (seen + DOUBT);
        likely.replaceAll((organisation, before) -> before * (1 - trust));
        here.forEach((organisation, times) -> likely.merge(organisation, trust * times / seen, Double::sum));
    }
}
