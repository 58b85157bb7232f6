package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.sensorthings.change.EntityKeeper;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import java.util.HashMap;
import java.util.Map;

/** What rows with more than a number are held against (细节校验); each question is asked of the database once a request. */
class Beyond {

    /** For doors whose rows have numbers only. */
    static final Beyond NOTHING = new Beyond();

    private final Map<Long, Integer> parts = new HashMap<>();
    private final Map<Long, Boolean> features = new HashMap<>();

    /** Whether the stream takes numbers only. */
    boolean registered(long stream) {
        return true;
    }

    /** How many values a result of the stream has; 0 = it is not of several properties. */
    int parts(long stream) {
        return 0;
    }

    boolean feature(long number) {
        return false;
    }

    /** What is known of the streams and features of this house. */
    static Beyond of(Sensing sensing, EntityKeeper keeper) {
        return new Beyond() {
            @Override
            boolean registered(long stream) {
                return sensing.registered(stream);
            }

            @Override
            int parts(long stream) {
                return super.parts.computeIfAbsent(stream, keeper::parts);
            }

            @Override
            boolean feature(long number) {
                return super.features.computeIfAbsent(
                        number,
                        id -> keeper.stored(EntityTypes.get(EntityTypes.FEATURES_OF_INTEREST), EntityId.of(id)));
            }
        };
    }
}
