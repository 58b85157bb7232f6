package io.chengyun.platform.address.owner;

import org.jspecify.annotations.Nullable;

/** Whose the part and the road are at which a matter stands (所在权属); null where that is not written anywhere. */
public record Holdings(@Nullable Holding asset, @Nullable Holding road) {

    /** Nothing is known. */
    public static final Holdings NONE = new Holdings(null, null);
}
