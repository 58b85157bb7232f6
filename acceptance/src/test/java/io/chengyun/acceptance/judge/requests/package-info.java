/** What the house makes of another city's requests, scored on real ones (诉求评分). */
@NullMarked
package io.chengyun.acceptance.judge.requests;

import org.jspecify.annotations.NullMarked;
