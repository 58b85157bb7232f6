/** The query language of SensorThings: text into values, bounded in length, depth and number of nodes. Knows no SQL. */
@NullMarked
package io.chengyun.platform.sensing.sensorthings.query;

import org.jspecify.annotations.NullMarked;
