/** Rules that know how a water network sleeps: what still flows when nobody draws. */
@NullMarked
package io.chengyun.rules.leak;

import org.jspecify.annotations.NullMarked;
