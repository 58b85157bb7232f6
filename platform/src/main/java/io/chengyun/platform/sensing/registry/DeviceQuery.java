package io.chengyun.platform.sensing.registry;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.sensing.registry.DeviceLook.Standing;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which devices somebody asks for (设备查询); null does not narrow.
 *
 * @param text part of the code, the name or the serial number, in whatever case
 * @param sort one of {@link Sort}, {@code HEALTH} if not given
 */
record DeviceQuery(
        @Nullable String state,
        @Nullable String health,
        @Nullable String town,
        @Nullable String property,
        @Nullable String text,
        @Nullable String sort,
        @Nullable Integer offset,
        @Nullable Integer limit) {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    /** In which order they come (排序). */
    enum Sort {
        /** 离线在前: those that need somebody first. */
        HEALTH,
        CODE,
        /** 最久未上报在前. */
        SEEN,
        /** 电量低在前. */
        BATTERY
    }

    Sort order() {
        return sort == null ? Sort.HEALTH : word("sort", sort, Sort.values());
    }

    int first() {
        if (offset != null && offset < 0) {
            throw new Malformed("offset", "must be 0 or more");
        }
        return offset == null ? 0 : offset;
    }

    int count() {
        if (limit != null && (limit < 0 || limit > MOST)) {
            throw new Malformed("limit", "must be 0 to " + MOST);
        }
        return limit == null ? USUAL : limit;
    }

    /** What decides for one device after the other; checks the question itself once. */
    Filter filter(Caller caller) {
        return new Filter(
                caller.town(),
                town == null ? null : new AreaCode(town),
                state == null ? null : word("state", state, Device.State.values()),
                health == null ? null : word("health", health, HealthRules.Health.values()),
                text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT));
    }

    /** The question, read (筛选). */
    record Filter(
            @Nullable AreaCode scope,
            @Nullable AreaCode town,
            Device.@Nullable State state,
            HealthRules.@Nullable Health health,
            @Nullable String text) {

        /** By what the registry says alone, before streams are looked at. */
        boolean takes(Device device) {
            return (scope == null || scope.equals(device.town()))
                    && (town == null || town.equals(device.town()))
                    && (text == null
                            || has(device.code())
                            || has(device.name())
                            || has(device.make().serial()));
        }

        boolean takes(Standing standing) {
            return (state == null || state == standing.device().state())
                    && (health == null || health == standing.health());
        }

        private boolean has(@Nullable String words) {
            return text != null
                    && words != null
                    && words.toLowerCase(Locale.ROOT).contains(text);
        }
    }

    private static <E extends Enum<E>> E word(String field, String text, E[] known) {
        return Arrays.stream(known)
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Malformed(field, "'" + text + "' must be one of " + Arrays.toString(known)));
    }
}
