package io.chengyun.platform.scenario;

import io.chengyun.platform.scenario.GroupSpec.Over;
import io.chengyun.platform.scenario.file.Section;
import io.chengyun.platform.scenario.kind.GroupKinds;
import io.chengyun.platform.scenario.kind.GroupNames;
import io.chengyun.rules.group.GroupRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what is special in an entry of a rule over several streams (群体规则条目): its members and its kind. */
final class GroupEntry {

    /** Farther apart, streams of a city have nothing in common that others nearer do not show better. */
    private static final int FARTHEST_METRES = 50_000;

    private GroupEntry() {}

    static Over over(Section entry) {
        if (entry.hasFields("over")) {
            var over = entry.section("over");
            int metres = over.whole("radius", 1);
            over.noOthers();
            if (metres > FARTHEST_METRES) {
                entry.wrong("over", "'radius' is " + metres + "; must be at most " + FARTHEST_METRES + " (metres)");
            }
            return new Over(Over.Kind.RADIUS, metres);
        }
        var said = entry.oneOf("over", areas());
        return Arrays.stream(Over.Kind.values())
                .filter(kind -> key(kind).equals(said) && kind != Over.Kind.RADIUS)
                .map(kind -> new Over(kind, 0))
                .findFirst()
                .orElse(new Over(Over.Kind.TOWN, 0));
    }

    private static List<String> areas() {
        return Arrays.stream(Over.Kind.values())
                .map(kind -> kind == Over.Kind.RADIUS ? "{ radius: METRES }" : key(kind))
                .toList();
    }

    private static String key(Over.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The rule that the entry describes; null, and problems, if it is wrong. */
    static @Nullable GroupRule rule(Section entry, Over over, GroupNames names) {
        var kind = GroupKinds.find(entry.oneOf("kind", GroupKinds.names())).orElse(null);
        if (kind == null) {
            return null;
        }
        if (kind.needsCentre() && over.kind() != Over.Kind.RADIUS) {
            entry.wrong(
                    "over",
                    "kind '" + kind.name() + "' compares a stream with those around it; write { radius: METRES }");
        }
        var rule = kind.reader().read(entry, names);
        if (rule != null) {
            entry.noOthers();
        }
        return rule;
    }
}
