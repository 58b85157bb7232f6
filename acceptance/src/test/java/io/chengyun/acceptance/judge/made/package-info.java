/** What we make ourselves, by a seed, with known answers (合成数据): here detectors' numbers are chosen. */
@NullMarked
package io.chengyun.acceptance.judge.made;

import org.jspecify.annotations.NullMarked;
