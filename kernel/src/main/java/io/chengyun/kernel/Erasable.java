package io.chengyun.kernel;

/** An event that may hold words of a person from outside (可抹除事件), and can be told again without them. */
public interface Erasable extends DomainEvent {

    /** The same event at the same time about the same thing, without what is personal in it; followers can hear it as they hear this one. */
    Erasable erased();
}
