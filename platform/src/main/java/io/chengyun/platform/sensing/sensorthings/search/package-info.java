/** Queries as SQL: names from closed tables, everything the caller wrote as a bound parameter. */
@NullMarked
package io.chengyun.platform.sensing.sensorthings.search;

import org.jspecify.annotations.NullMarked;
