/** 案件接口: casework over HTTP. */
@NullMarked
package io.chengyun.platform.casework.door;

import org.jspecify.annotations.NullMarked;
