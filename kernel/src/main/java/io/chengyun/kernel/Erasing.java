package io.chengyun.kernel;

/**
 * An event after which nobody may know any longer what was personal in the earlier ones about the same thing (抹除事件): the
 * journal's older entries are written again by {@link Erasable#erased()}, and what their leaves were salted with is forgotten.
 */
public interface Erasing extends Erasable {}
