package io.chengyun.proof;

/** Where the hashes of a tree are found (摘要来源): those of its complete subtrees, from which all others follow. */
@FunctionalInterface
public interface HashSource {

    /** The hash over the leaves from {@code index << level} to {@code (index + 1) << level}, which are all there. */
    Hash hash(int level, long index);
}
