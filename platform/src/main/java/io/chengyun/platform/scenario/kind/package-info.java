/** The kinds of rule that a scenario can name (规则类型), and how each is read from {@code rules.yml}. */
@NullMarked
package io.chengyun.platform.scenario.kind;

import org.jspecify.annotations.NullMarked;
