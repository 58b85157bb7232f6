/**
 * Made addresses (虚构地址): tagged texts put together by a grammar and a seed, so that there is something to learn from that we
 * may ship. In: names of regions and words of our own. Out: tagged texts. Invariant: the same seed makes the same texts.
 */
@NullMarked
package io.chengyun.platform.address.made;

import org.jspecify.annotations.NullMarked;
