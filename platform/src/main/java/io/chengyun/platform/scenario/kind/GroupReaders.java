package io.chengyun.platform.scenario.kind;

import io.chengyun.kernel.Grade;
import io.chengyun.platform.scenario.file.Section;
import io.chengyun.platform.scenario.kind.GroupNames.Topic;
import io.chengyun.rules.Comparison;
import io.chengyun.rules.Words;
import io.chengyun.rules.condition.Condition;
import io.chengyun.rules.group.Composite;
import io.chengyun.rules.group.GroupRule;
import io.chengyun.rules.group.KOfN;
import io.chengyun.rules.group.Neighbours;
import io.chengyun.rules.group.Sequence;
import io.chengyun.rules.group.Step;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Readers of the kinds that weigh several streams together (群体规则读取). */
final class GroupReaders {

    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9_]+");
    private static final int GRADES = Grade.values().length;

    private GroupReaders() {}

    static @Nullable GroupRule kOfN(Section entry, GroupNames names) {
        var topic = names.topic(entry);
        int least = entry.whole("least", 2);
        var within = entry.duration("within");
        var property = topic == null ? null : topic.property();
        var limits =
                property == null ? Ladder.read(entry, 1, GRADES) : Ladder.read(entry, property.min(), property.max());
        var words = topic == null ? null : GroupNames.words(entry, topic);
        return topic == null || limits == null || words == null
                ? null
                : entry.made(() -> new KOfN(words, topic.code(), limits, least, within));
    }

    static @Nullable GroupRule sequence(Section entry, GroupNames names) {
        var first = step(entry.section("first"), names);
        var then = step(entry.section("then"), names);
        var within = entry.duration("within");
        var grade = entry.grade("grade");
        var words = GroupNames.words(entry);
        return first == null || then == null || words == null
                ? null
                : entry.made(() -> new Sequence(words, first, then, within, grade));
    }

    private static @Nullable Step step(Section step, GroupNames names) {
        var topic = names.topic(step);
        var made = topic == null ? null : topic.property() == null ? judged(step, topic) : measured(step, topic);
        if (made != null) {
            step.noOthers();
        }
        return made;
    }

    private static Step judged(Section step, Topic topic) {
        var from = step.grade("from");
        var words = topic.rule();
        var name = words == null ? topic.code() : words.name();
        var nameEn = words == null ? topic.code() : words.nameEn();
        var colour = from.name().toLowerCase(Locale.ROOT);
        return new Step(
                topic.code(),
                Comparison.AT_LEAST,
                from.ordinal() + 1.0,
                name + "达到" + zh(from),
                nameEn + " at " + colour);
    }

    private static String zh(Grade grade) {
        return switch (grade) {
            case BLUE -> "蓝色";
            case YELLOW -> "黄色";
            case ORANGE -> "橙色";
            case RED -> "红色";
        };
    }

    private static @Nullable Step measured(Section step, Topic topic) {
        var property = topic.property();
        var beyond = Ladder.comparison(step);
        if (beyond == null || property == null) {
            return null;
        }
        double limit = step.number(beyond.key());
        var amount =
                " " + beyond.sign() + " " + (Double.isNaN(limit) ? "" : Words.number(limit)) + " " + property.unit();
        return new Step(
                topic.code(),
                beyond,
                limit,
                property.name() + amount,
                property.nameEn().toLowerCase(Locale.ROOT) + amount);
    }

    static @Nullable GroupRule composite(Section entry, GroupNames names) {
        var text = entry.text("condition").strip();
        var fresh = entry.duration("fresh");
        var grade = entry.grade("grade");
        var words = GroupNames.words(entry);
        // checked against all names, so that what is told of an unknown one lists them all
        var condition = text.isEmpty() ? null : entry.made(() -> Condition.of(text, Composite.names(names.topics())));
        return condition == null || words == null
                ? null
                : entry.made(() -> Composite.of(words, text, named(text, names.topics()), fresh, grade));
    }

    /** The topics of which the text speaks. */
    private static Set<String> named(String text, Set<String> topics) {
        var said = Arrays.asList(NO_NAME.split(text));
        return topics.stream()
                .filter(topic ->
                        Composite.names(Set.of(topic)).keySet().stream().anyMatch(said::contains))
                .collect(Collectors.toSet());
    }

    static @Nullable GroupRule neighbours(Section entry, GroupNames names) {
        var topic = names.topic(entry);
        double tolerance = entry.number("tolerance");
        double clear = entry.has("clear") ? entry.number("clear") : tolerance;
        var window = entry.duration("window");
        var fresh = entry.duration("fresh");
        var words = topic == null ? null : GroupNames.words(entry, topic);
        if (topic != null && topic.property() == null) {
            entry.wrong("signal", "neighbours are compared by values; name a property");
        }
        return topic == null || words == null
                ? null
                : entry.made(() -> new Neighbours(words, topic.code(), tolerance, clear, window, fresh));
    }
}
