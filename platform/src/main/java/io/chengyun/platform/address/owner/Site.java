package io.chengyun.platform.address.owner;

import org.jspecify.annotations.Nullable;

/**
 * On which road and at which part of the city a matter stands (所在道路、部件).
 *
 * @param road its name; null where it stands on none
 * @param number of the door there, or what it would be between two; null where it stands on no road
 * @param asset code of the part (部件编码), such as a manhole cover's; null where it is about none
 */
public record Site(
        @Nullable String road,
        @Nullable Integer number,
        @Nullable String asset) {

    /** On no road and about no part. */
    public static final Site NOWHERE = new Site(null, null, null);
}
