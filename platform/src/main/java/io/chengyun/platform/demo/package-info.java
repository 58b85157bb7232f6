/**
 * 演示: a sample city in a design storm at sixty times its speed. In: nothing. Out: observations, like any device's, and
 * made-up tables.
 * Invariant: it comes in by the same doors as a real city and runs only in the profile {@code demo}.
 */
@ApplicationModule(
        displayName = "Demo 演示",
        allowedDependencies = {"journal", "place", "sensing", "access", "exchange"})
@NullMarked
package io.chengyun.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
