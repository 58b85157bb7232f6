/** What an observation has beyond a number at a time, kept beside the lean row and only for those that have it. */
@NullMarked
package io.chengyun.platform.sensing.detail;

import org.jspecify.annotations.NullMarked;
