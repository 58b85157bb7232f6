/** What China's standards ask for and the JDK lacks (国密): SM3, and the check of an SM2 signature. Nothing secret passes here. */
@NullMarked
package io.chengyun.proof.sm;

import org.jspecify.annotations.NullMarked;
