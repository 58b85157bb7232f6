package io.chengyun.kernel;

/** Where every new id comes from, so that a replay gives the same ids again. */
public interface Ids {

    /**
     * A new id that was never given before.
     *
     * @param prefix one lower-case word for the kind of thing, such as {@code w} for a warning
     * @return prefix, a hyphen and letters or digits
     */
    String next(String prefix);
}
