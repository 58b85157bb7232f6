/** 责任清单修正: what returns teach, proposed by the house or a person and signed by another. */
@NullMarked
package io.chengyun.platform.dispatch.correction;

import org.jspecify.annotations.NullMarked;
