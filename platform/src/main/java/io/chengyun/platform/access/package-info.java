/** 权限: who is in the house, in which roles, and which towns they may enter. In: names and passwords. Out: {@link Caller}, {@code AccessEvent}. Invariant: nobody reaches the house's own interface unknown, and a secret is never kept as it was said. */
@ApplicationModule(
        displayName = "Access 权限",
        allowedDependencies = {"journal", "place", "content", "web"})
@NullMarked
package io.chengyun.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
