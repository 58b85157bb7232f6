/**
 * 数据库: the PostgreSQL that the house lives on, embedded by default or any other by URL. Hears nothing, tells nothing.
 * Invariant: what was committed survives a restart, a {@code kill -9} and an orphaned server.
 */
@ApplicationModule(
        displayName = "PostgreSQL 数据库",
        allowedDependencies = {})
@NullMarked
package io.chengyun.platform.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
