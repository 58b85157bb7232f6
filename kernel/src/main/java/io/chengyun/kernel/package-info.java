/** The shared words of the house: codes, value types, the three exceptions, the event. Depends on the JDK only. */
@NullMarked
package io.chengyun.kernel;

import org.jspecify.annotations.NullMarked;
