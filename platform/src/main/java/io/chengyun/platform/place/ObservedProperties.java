package io.chengyun.platform.place;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The district's registry of observed properties (观测属性登记): which codes exist, in which unit and range. Immutable. */
@Component
public class ObservedProperties {

    private final Map<String, ObservedProperty> byCode;

    @Autowired
    ObservedProperties(PlaceSettings settings) {
        this(new DistrictFiles(settings.folder()).properties());
    }

    /** A registry of these properties, for tools and tests that have no district package. */
    public ObservedProperties(Collection<ObservedProperty> properties) {
        var byCode = new LinkedHashMap<String, ObservedProperty>();
        for (var property : properties) {
            if (byCode.put(property.code(), property) != null) {
                throw new Malformed("code", property.code() + ": registered twice");
            }
        }
        this.byCode = Collections.unmodifiableMap(byCode);
    }

    /** The registry of a district package folder, for tools that run without the house. */
    public static ObservedProperties of(Path district) {
        return new ObservedProperties(new DistrictFiles(district).properties());
    }

    /** The property of this code. */
    public Optional<ObservedProperty> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The property of this code; refuses with the known codes if there is none. */
    public ObservedProperty get(String code) {
        return find(code).orElseThrow(() -> new Refused(PlaceRefusal.NO_SUCH_PROPERTY, List.copyOf(byCode.keySet())));
    }

    /** All properties, in the order of the district's file. */
    public List<ObservedProperty> list() {
        return List.copyOf(new ArrayList<>(byCode.values()));
    }
}
