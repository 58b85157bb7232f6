/** Assessment rules (研判规则) and their state as pure functions: the same code in the platform and in a stream engine. */
@NullMarked
package io.chengyun.rules;

import org.jspecify.annotations.NullMarked;
