/** What the house makes of texts, scored on real ones with known answers (文本评分). */
@NullMarked
package io.chengyun.acceptance.judge.text;

import org.jspecify.annotations.NullMarked;
