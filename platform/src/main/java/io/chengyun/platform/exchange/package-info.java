/** 共享: which data sets the district has, who answers for each, and who took which of it for what. In: the district's catalogue, tables. Out: {@code ExchangeEvent}. Invariant: no version is kept, shared or given out without an event that names its digest, and nobody is given a field above the grade that is theirs. */
@ApplicationModule(
        displayName = "Exchange 共享",
        allowedDependencies = {"journal", "access", "access :: sight", "place", "content", "objects", "table"})
@NullMarked
package io.chengyun.platform.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
