/** Tests of access, rule by rule and over HTTP. */
@NullUnmarked
package io.chengyun.platform.access;

import org.jspecify.annotations.NullUnmarked;
