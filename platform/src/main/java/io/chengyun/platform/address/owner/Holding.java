package io.chengyun.platform.address.owner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose something is and who keeps it up (权属养护): a part of the city, or a road.
 *
 * @param asset code of the part; null where it is a road
 * @param road name of the road; null where it is a part
 * @param fromNumber the first door of the stretch; null from the road's beginning
 * @param toNumber the last; null to its end
 * @param owner code of the organisation whose it is (权属单位)
 * @param maintainer code of the one that keeps it up (养护单位)
 * @param from the first day on which that holds
 */
public record Holding(
        @Nullable String asset,
        @Nullable String road,
        @Nullable Integer fromNumber,
        @Nullable Integer toNumber,
        String owner,
        String maintainer,
        LocalDate from) {}
