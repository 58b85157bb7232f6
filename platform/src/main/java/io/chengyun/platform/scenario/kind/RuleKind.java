package io.chengyun.platform.scenario.kind;

import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.scenario.file.Section;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Words;
import org.jspecify.annotations.Nullable;

/**
 * A kind of rule by the name that scenarios use (规则类型), and how its entry is read.
 *
 * @param name what {@code kind:} says
 * @param rule the class of the rules it makes, whose Javadoc is its page
 */
public record RuleKind(String name, Class<? extends Rule> rule, Reader reader) {

    /** Makes a rule of an entry. */
    @FunctionalInterface
    public interface Reader {

        /** The rule that the entry describes; null when something in it is wrong, which it has told then. */
        @Nullable
        Rule read(Section entry, Words words, ObservedProperty property);
    }
}
