/** The order in which senders get to the writer (通道): fair between sources, none of them beyond its rate. Pure: no store. */
@NullMarked
package io.chengyun.platform.sensing.lane;

import org.jspecify.annotations.NullMarked;
