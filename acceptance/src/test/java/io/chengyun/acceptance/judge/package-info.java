/** The score board (评分榜): detectors against data with known answers, by published rules of scoring. */
@NullMarked
package io.chengyun.acceptance.judge;

import org.jspecify.annotations.NullMarked;
