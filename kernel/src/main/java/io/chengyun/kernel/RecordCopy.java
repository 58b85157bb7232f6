package io.chengyun.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes a record again with some of its components changed (记录改写), for what many records of one family have in common. */
public final class RecordCopy {

    private RecordCopy() {}

    /**
     * The same record, but each component that is of the type of one of the others is that one.
     *
     * @param others each a record itself
     */
    public static <R extends Record> R with(R record, Record... others) {
        var components = record.getClass().getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> Arrays.<@Nullable Object>stream(others)
                        .filter(component.getType()::isInstance)
                        .findFirst()
                        .orElseGet(() -> value(record, component)))
                .toArray();
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            var type = (Class<R>) record.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException(record.getClass() + " cannot be made again", hidden);
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException hidden) {
            throw new IllegalArgumentException(component + " cannot be read", hidden);
        }
    }
}
