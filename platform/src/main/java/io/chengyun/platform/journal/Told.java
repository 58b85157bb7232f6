package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;

/** An entry as followers are told of it: what it says, without the words it is written in. */
record Told(long number, DomainEvent event) {

    static Told of(Entry entry) {
        return new Told(entry.number(), entry.event());
    }
}
