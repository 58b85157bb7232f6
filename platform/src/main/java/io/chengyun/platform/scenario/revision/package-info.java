/** Rules changed while the house runs (规则修订). */
@NullMarked
package io.chengyun.platform.scenario.revision;

import org.jspecify.annotations.NullMarked;
