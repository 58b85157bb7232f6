/** 诉求立案: what people ask becomes cases, and they hear how these go. */
@NullMarked
package io.chengyun.platform.casework.request;

import org.jspecify.annotations.NullMarked;
