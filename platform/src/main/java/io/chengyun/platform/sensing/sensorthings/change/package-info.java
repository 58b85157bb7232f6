/** Changes of entities: created with what is nested in them, altered, replaced, and deleted with what hangs on them. */
@NullMarked
package io.chengyun.platform.sensing.sensorthings.change;

import org.jspecify.annotations.NullMarked;
