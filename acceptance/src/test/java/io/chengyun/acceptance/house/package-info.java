/** The house as a process or in virtual time, and somebody to talk to it. */
@NullMarked
package io.chengyun.acceptance.house;

import org.jspecify.annotations.NullMarked;
