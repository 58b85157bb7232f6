package io.chengyun.platform.scenario.kind;

import io.chengyun.platform.scenario.file.Section;
import io.chengyun.rules.group.GroupRule;
import org.jspecify.annotations.Nullable;

/**
 * A kind of rule over several streams by the name that scenarios use (群体规则类型), and how its entry is read.
 *
 * @param name what {@code kind:} says
 * @param rule the class of the rules it makes, whose Javadoc is its page
 * @param needsCentre whether it judges one stream by those around it
 */
public record GroupKind(String name, Class<? extends GroupRule> rule, boolean needsCentre, Reader reader) {

    /** Makes a rule of an entry. */
    @FunctionalInterface
    public interface Reader {

        /** The rule that the entry describes; null when something in it is wrong, which it has told then. */
        @Nullable
        GroupRule read(Section entry, GroupNames names);
    }
}
