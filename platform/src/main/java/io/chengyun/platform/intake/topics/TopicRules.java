package io.chengyun.platform.intake.topics;

import io.chengyun.platform.intake.PublicText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Groups what people said into topics (归并话题): each text, in the order of days, joins the topic whose members share most with
 * it, or begins one. Values in, topics out.
 */
final class TopicRules {

    /** A topic is as near as its two nearest members: one alone may share a phrase by chance. */
    private static final int NEAREST = 2;

    private static final int TITLE = 40;

    private final TopicPolicy policy;

    TopicRules(TopicPolicy policy) {
        this.policy = policy;
    }

    /** All topics, the hottest first; what nobody else speaks of is none. */
    List<Topic> group(List<Said> unordered) {
        var said = unordered.stream()
                .sorted(Comparator.comparing(Said::on).thenComparing(Said::id))
                .toList();
        var shared = new Phrases(said.stream().map(this::read).toList()).shared();
        List<List<Integer>> groups = new ArrayList<>();
        Map<Integer, Integer> groupOf = new HashMap<>();
        for (int text = 0; text < said.size(); text++) {
            int joins = nearest(shared.get(text), groups, groupOf);
            if (joins == groups.size()) {
                groups.add(new ArrayList<>());
            }
            groups.get(joins).add(text);
            groupOf.put(text, joins);
        }
        return groups.stream()
                .filter(members -> members.size() > 1)
                .map(members -> topic(members, said, shared))
                .sorted(Comparator.comparing((Topic topic) -> topic.hotOn() == null)
                        .thenComparing(Comparator.comparingInt(Topic::size).reversed())
                        .thenComparing(topic -> topic.requests().get(0)))
                .toList();
    }

    private String read(Said said) {
        var text = said.place() == null ? said.text() : said.place() + "\n" + said.text();
        var read = text.substring(0, Math.min(policy.read(), text.length()));
        for (var ignored : policy.ignored()) {
            read = read.replace(ignored, "，");
        }
        return read;
    }

    /** The number of the group that the text joins; that of a new one where none is near. */
    private int nearest(Map<Integer, Double> shared, List<List<Integer>> groups, Map<Integer, Integer> groupOf) {
        Map<Integer, List<Double>> byGroup = new TreeMap<>();
        shared.forEach((other, much) -> byGroup.computeIfAbsent(
                        Objects.requireNonNull(groupOf.get(other)), any -> new ArrayList<>())
                .add(much));
        int best = groups.size();
        double most = policy.likeness();
        for (var one : byGroup.entrySet()) {
            int count = Math.min(NEAREST, groups.get(one.getKey()).size());
            double mean = one.getValue().stream()
                            .sorted(Comparator.reverseOrder())
                            .limit(count)
                            .mapToDouble(Double::doubleValue)
                            .sum()
                    / count;
            if (mean >= most) {
                most = mean;
                best = one.getKey();
            }
        }
        return best;
    }

    private Topic topic(List<Integer> members, List<Said> said, List<Map<Integer, Double>> shared) {
        var all = members.stream().map(said::get).toList();
        return new Topic(
                title(members, said, shared),
                all.size(),
                all.get(0).on(),
                all.get(all.size() - 1).on(),
                hotOn(all),
                place(all),
                all.stream().map(Said::id).toList());
    }

    /** The day on which the last of so many came, no longer after the first of them than the district says. */
    private @Nullable LocalDate hotOn(List<Said> all) {
        int many = policy.hot().requests();
        for (int last = many - 1; last < all.size(); last++) {
            var since = all.get(last).on().minus(policy.hot().within());
            if (all.get(last - many + 1).on().isAfter(since)) {
                return all.get(last).on();
            }
        }
        return null;
    }

    private static String title(List<Integer> members, List<Said> said, List<Map<Integer, Double>> shared) {
        Map<Integer, Double> likeOthers = new TreeMap<>();
        for (int one : members) {
            likeOthers.merge(one, 0.0, Double::sum);
            for (int other : members) {
                double much = shared.get(one).getOrDefault(other, 0.0);
                likeOthers.merge(one, much, Double::sum);
                likeOthers.merge(other, much, Double::sum);
            }
        }
        int middle = likeOthers.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        var words = PublicText.of(said.get(middle).text())
                .strip()
                .lines()
                .findFirst()
                .orElse("");
        int end = words.offsetByCodePoints(0, Math.min(TITLE, words.codePointCount(0, words.length())));
        return end < words.length() ? words.substring(0, end) + "…" : words;
    }

    private static @Nullable String place(List<Said> all) {
        Map<String, Integer> counts = new TreeMap<>();
        for (var one : all) {
            var place = one.place();
            if (place != null) {
                counts.merge(place, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
