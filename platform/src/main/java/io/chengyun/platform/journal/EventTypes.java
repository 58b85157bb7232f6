package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The names of all events: last word of the package and the record's own name, such as {@code warning.Raised}. */
final class EventTypes {

    private final Map<String, Class<? extends DomainEvent>> byName = new TreeMap<>();

    /** Finds every event record under a package. */
    static EventTypes scan(String basePackage) {
        var types = new EventTypes();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(DomainEvent.class));
        scanner.findCandidateComponents(basePackage).stream()
                .map(found -> ClassUtils.resolveClassName(
                        java.util.Objects.requireNonNull(found.getBeanClassName()), EventTypes.class.getClassLoader()))
                .map(found -> found.asSubclass(DomainEvent.class))
                .forEach(types::add);
        return types;
    }

    private void add(Class<? extends DomainEvent> type) {
        var twin = byName.put(name(type), type);
        if (twin != null) {
            throw new IllegalStateException("two events are named " + name(type) + ": " + twin + " and " + type);
        }
    }

    static String name(Class<?> type) {
        var packages = type.getPackageName().split("\\.");
        return packages[packages.length - 1] + "." + type.getSimpleName();
    }

    Class<? extends DomainEvent> get(String name) {
        var type = byName.get(name);
        if (type == null) {
            throw new IllegalStateException("the journal holds an event that this version does not know: " + name);
        }
        return type;
    }

    /** Names of a family's events. */
    String[] names(Class<? extends DomainEvent> family) {
        return byName.entrySet().stream()
                .filter(entry -> family.isAssignableFrom(entry.getValue()))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    @Override
    public String toString() {
        return Arrays.toString(byName.keySet().toArray());
    }
}
