/**
 * The regions of the country (行政区划): which province, city, district or town bears a name. In: a table of names. Out: {@link
 * Regions}. Invariant: names only, no boundaries; what lies in our own district is told by place.
 */
@NullMarked
package io.chengyun.platform.address.region;

import org.jspecify.annotations.NullMarked;
