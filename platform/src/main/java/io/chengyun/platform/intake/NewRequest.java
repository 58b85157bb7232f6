package io.chengyun.platform.intake;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.place.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way in (新诉求).
 *
 * @param externalId its number where it comes from; the same number of the same channel comes in once
 * @param position where it is; null where only an address is given
 * @param address where it is, in words; null where a position is given
 * @param promisedAt by when it was promised to be done where it comes from; null where nothing was
 */
public record NewRequest(
        Channel channel,
        @Nullable String externalId,
        Asked asked,
        @Nullable Position position,
        @Nullable String address,
        Contact contact,
        @Nullable Instant promisedAt) {

    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final int LONGEST_ADDRESS = 500;

    /** Where nothing was promised. */
    public NewRequest(
            Channel channel,
            @Nullable String externalId,
            Asked asked,
            @Nullable Position position,
            @Nullable String address,
            Contact contact) {
        this(channel, externalId, asked, position, address, contact, null);
    }

    public NewRequest {
        if (asked.description().length() > LONGEST_DESCRIPTION) {
            throw new Malformed("description", "write at most " + LONGEST_DESCRIPTION + " characters");
        }
        if (address != null && address.length() > LONGEST_ADDRESS) {
            throw new Malformed("address_string", "write at most " + LONGEST_ADDRESS + " characters");
        }
        if (position == null && (address == null || address.isBlank())) {
            throw new Malformed("lat", "say where it is: lat and long, or address_string, or address_id");
        }
    }
}
