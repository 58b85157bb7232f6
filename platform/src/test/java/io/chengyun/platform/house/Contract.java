package io.chengyun.platform.house;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Session;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * How our records look in the description of the interface: each of their components is always there, and may be null
 * only where it is {@code @Nullable}; operations are named after their module and method.
 */
@TestConfiguration
class Contract {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Session.class)
                .replaceWithSchema(AreaCode.class, new StringSchema().description("Area code"))
                .replaceWithSchema(SseEmitter.class, new StringSchema().description("Server-sent events"));
    }

    @Bean
    OperationCustomizer stableNames() {
        return (operation, handler) -> {
            var words = handler.getBeanType().getPackageName().split("\\.");
            var method = handler.getMethod().getName();
            operation.setOperationId(
                    words[words.length - 1] + method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1));
            return operation;
        };
    }

    /** What the house sends is whole; what is sent to it may leave out whatever may be null. */
    @Bean
    OpenApiCustomizer whatIsSent() {
        return whole -> {
            whole.getInfo().title("Chengyun 城运").version("0").description("The console's own interface");
            var schemas = whole.getComponents().getSchemas();
            whole.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .filter(operation -> operation.getRequestBody() != null)
                    .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                    .map(content -> content.getSchema().get$ref())
                    .distinct()
                    .filter(Objects::nonNull)
                    .map(reference -> schemas.get(reference.substring(reference.lastIndexOf('/') + 1)))
                    .forEach(Contract::mayLeaveOut);
        };
    }

    private static void mayLeaveOut(Schema<?> sent) {
        Map<String, Schema> properties = sent.getProperties();
        var needed = sent.getRequired().stream()
                .filter(name -> !mayBeNull(Objects.requireNonNull(properties.get(name))))
                .toList();
        sent.setRequired(needed.isEmpty() ? null : needed);
    }

    private static boolean mayBeNull(Schema<?> property) {
        return property.getAnyOf() != null
                || (property.getTypes() != null && property.getTypes().contains("null"));
    }

    @Bean
    ModelConverter records() {
        return new Records();
    }

    private static final class Records implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            Schema<?> resolved = chain.next().resolve(type, context, chain);
            JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
            if (resolved != null && java != null && java.getRawClass().isRecord()) {
                describe(java.getRawClass(), defined(resolved, context));
            }
            return resolved;
        }

        private static @Nullable Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
            var reference = schema.get$ref();
            return reference == null
                    ? schema
                    : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        }

        private static void describe(Class<?> record, @Nullable Schema<?> schema) {
            if (schema == null || schema.getProperties() == null) {
                return;
            }
            var required = new TreeSet<String>();
            Map<String, Schema> properties = schema.getProperties();
            for (var component : components(record)) {
                var property = properties.get(component.getName());
                if (property != null) {
                    required.add(component.getName());
                    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                        properties.put(component.getName(), orNull(property));
                    }
                }
            }
            schema.setRequired(new ArrayList<>(required));
        }

        private static List<RecordComponent> components(Class<?> record) {
            var flat = new ArrayList<RecordComponent>();
            for (var component : record.getRecordComponents()) {
                if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                    flat.addAll(components(component.getType()));
                } else {
                    flat.add(component);
                }
            }
            return flat;
        }

        private static Schema<?> orNull(Schema<?> property) {
            if (property.get$ref() != null) {
                var nothing = new Schema<>();
                nothing.setTypes(Set.of("null"));
                var either = new Schema<>();
                either.setAnyOf(List.of(property, nothing));
                return either;
            }
            if (property.getTypes() != null && !property.getTypes().contains("null")) {
                var types = new TreeSet<>(property.getTypes());
                types.add("null");
                property.setTypes(types);
                if (property.getEnum() != null) {
                    orNullInEnum(property);
                }
            }
            return property;
        }

        @SuppressWarnings("unchecked")
        private static void orNullInEnum(Schema<?> property) {
            ((Schema<@Nullable Object>) property).addEnumItemObject(null);
        }
    }
}
