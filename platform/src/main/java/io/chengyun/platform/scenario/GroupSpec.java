package io.chengyun.platform.scenario;

import io.chengyun.platform.scenario.RuleSpec.Floor;
import io.chengyun.rules.Flag;
import io.chengyun.rules.group.GroupRule;
import org.jspecify.annotations.Nullable;

/**
 * A rule over several streams as a scenario installs it (群体规则): it warns of a danger, or it flags observations.
 *
 * @param version raised with every change of a number, so that a signal names the numbers it was made by
 * @param danger null for a rule that flags
 * @param flag null for a rule that warns
 * @param over which streams are weighed together
 * @param floor precision it must keep to go on warning; null for none
 */
public record GroupSpec(
        String id,
        int version,
        @Nullable String danger,
        @Nullable Flag flag,
        Over over,
        GroupRule rule,
        @Nullable Floor floor) {

    public GroupSpec {
        if ((danger == null) == (flag == null)) {
            throw new IllegalArgumentException("rule '" + id + "' must have a danger or a flag");
        }
    }

    /**
     * Which streams make a group (群体范围).
     *
     * @param metres how far around each stream, if that is the kind; 0 otherwise
     */
    public record Over(Kind kind, int metres) {

        /** What the streams of a group share. */
        public enum Kind {
            /** 街镇: one town. */
            TOWN,
            /** 网格: one grid. */
            GRID,
            /** 设备: one thing. */
            THING,
            /** 半径: each stream with those around it. */
            RADIUS
        }
    }
}
