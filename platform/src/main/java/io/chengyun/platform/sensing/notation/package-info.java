/** How times, numbers and units are written (记法), by those who send them and by us. Knows the JDK only. */
@NullMarked
package io.chengyun.platform.sensing.notation;

import org.jspecify.annotations.NullMarked;
