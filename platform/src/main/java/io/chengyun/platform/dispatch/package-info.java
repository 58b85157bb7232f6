/** 派遣: who has to do it. In: requests. Out: {@code WorkEvent}. Invariant: knows nothing of cases; the origin of a request is given back unread. */
@ApplicationModule(
        displayName = "Dispatch 派遣",
        allowedDependencies = {"place", "address :: owner", "access", "scenario", "journal", "web", "table"})
@NullMarked
package io.chengyun.platform.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
