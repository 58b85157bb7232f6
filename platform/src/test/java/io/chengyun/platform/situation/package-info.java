/** Tests of situation: the lines of its listeners as values, the picture and the stream over HTTP. */
@NullUnmarked
package io.chengyun.platform.situation;

import org.jspecify.annotations.NullUnmarked;
