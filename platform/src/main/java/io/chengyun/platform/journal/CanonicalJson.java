package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.NumberToJSON;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AccessorNamingStrategy;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import tools.jackson.databind.introspect.DefaultAccessorNamingStrategy.RecordNaming;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * An event's canonical JSON (RFC 8785): the same event gives the same bytes, on every machine and in every year. Written in
 * one go; that the result is canonical, the standard's own library says in the tests, of every type of event.
 */
final class CanonicalJson {

    /** Whole numbers beyond are written as the nearest that a double holds. */
    private static final long EXACT = 1L << 53;

    private final JsonMapper mapper;

    CanonicalJson(JsonMapper base) {
        var numbers = new SimpleModule("canonical")
                .addSerializer(new Canonical<>(Number.class))
                .addSerializer(double.class, new Canonical<>(Double.class))
                .addSerializer(long.class, new Canonical<>(Long.class));
        this.mapper = base.rebuild()
                .accessorNaming(new Components())
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .addModule(numbers)
                .build();
    }

    String write(DomainEvent event) {
        return mapper.writeValueAsString(event);
    }

    <E extends DomainEvent> E read(String payload, Class<E> type) {
        return mapper.readValue(payload, type);
    }

    /** Only what a record holds goes into the journal, never what it can compute. */
    private static final class Components extends DefaultAccessorNamingStrategy.Provider {

        @Override
        public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass record) {
            return new RecordNaming(config, record) {
                @Override
                public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
                    return _fieldNames.contains(name) ? name : null;
                }

                @Override
                public @Nullable String findNameForIsGetter(AnnotatedMethod method, String name) {
                    return null;
                }
            };
        }
    }

    /** Numbers as ECMAScript writes them. */
    private static final class Canonical<N extends Number> extends StdSerializer<N> {

        Canonical(Class<N> type) {
            super(type);
        }

        @Override
        public void serialize(N value, JsonGenerator json, SerializationContext context) {
            boolean whole = value instanceof Integer || value instanceof Long || value instanceof Short;
            if (whole && value.longValue() >= -EXACT && value.longValue() <= EXACT) {
                json.writeNumber(value.longValue());
            } else if (Double.isFinite(value.doubleValue())) {
                json.writeNumber(text(value.doubleValue()));
            } else {
                json.writeString(value.toString()); // JSON has no word for it
            }
        }

        private static String text(double value) {
            try {
                return NumberToJSON.serializeNumber(value);
            } catch (IOException finiteOnesHaveOne) {
                throw new UncheckedIOException(finiteOnesHaveOne);
            }
        }
    }
}
