package io.chengyun.platform.journal;

import io.chengyun.kernel.AreaCode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one sample of any event: each component filled, nothing null, the same each time. So a new component shows in the
 * approved JSON by itself, and no event can be forgotten.
 */
final class EventSamples {

    private static final Instant NOON = Instant.parse("2020-07-01T04:00:00Z");

    /** Values of the house that take only certain text. */
    private static final Map<Class<?>, Object> FIXED = Map.ofEntries(
            Map.entry(AreaCode.class, new AreaCode("310112001")),
            Map.entry(Instant.class, NOON),
            Map.entry(Duration.class, Duration.ofMinutes(90)),
            Map.entry(LocalDate.class, LocalDate.of(2020, 7, 1)),
            Map.entry(LocalTime.class, LocalTime.NOON),
            Map.entry(long.class, 7L),
            Map.entry(Long.class, 7L),
            Map.entry(int.class, 3),
            Map.entry(Integer.class, 3),
            Map.entry(double.class, 36.5),
            Map.entry(Double.class, 36.5),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true));

    private EventSamples() {}

    static <R> R sample(Class<R> type) {
        return type.cast(make(type, type.getSimpleName()));
    }

    private static Object make(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, name);
        }
        var raw = (Class<?>) type;
        if (raw == String.class) {
            return text(name);
        }
        return Optional.<Object>ofNullable(FIXED.get(raw)).orElseGet(() -> house(raw));
    }

    private static Object house(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return make(type.getPermittedSubclasses()[0], type.getSimpleName());
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalStateException("no sample of " + type + ": teach it here");
    }

    private static Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> make(component.getGenericType(), component.getName()))
                .toArray();
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type + ": teach it here", e);
        }
    }

    private static Object container(ParameterizedType type, String name) {
        var of = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return List.of(make(of[0], name));
        }
        if (type.getRawType() == Set.class) {
            return Set.of(make(of[0], name));
        }
        if (type.getRawType() == Map.class) {
            return Map.of(make(of[0], "duplicate"), make(of[1], name));
        }
        throw new IllegalStateException("no sample of " + type + ": teach it here");
    }

    /** The component's own name as its text, in Chinese where people would read it. */
    private static String text(String name) {
        return switch (name) {
            case "name", "title", "sentence", "condition" -> "暴雨 " + name;
            default -> name;
        };
    }
}
