/** Rules over several streams at once (群体规则), as pure functions like those over one. */
@NullMarked
package io.chengyun.rules.group;

import org.jspecify.annotations.NullMarked;
