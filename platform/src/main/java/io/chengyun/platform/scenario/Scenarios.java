package io.chengyun.platform.scenario;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The installed scenarios (场景包), as read when the house started. Immutable. */
@Component
public class Scenarios {

    private final Map<String, Scenario> byId;

    @Autowired
    Scenarios(ScenarioSettings settings, ObservedProperties properties) {
        this(new ScenarioFolder(settings.path(), properties, settings.only()).read());
    }

    /** These scenarios, for tools and tests that have no folder. */
    public Scenarios(Collection<Scenario> scenarios) {
        var byId = new LinkedHashMap<String, Scenario>();
        scenarios.forEach(scenario -> byId.put(scenario.id(), scenario));
        this.byId = Collections.unmodifiableMap(byId);
    }

    /** The scenarios of a folder, for tools that run without the house; refuses with all problems if one is wrong. */
    public static Scenarios of(Path folder, ObservedProperties properties) {
        return new Scenarios(new ScenarioFolder(folder, properties, List.of()).read());
    }

    public Optional<Scenario> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The scenario of this id; refuses with the known ids if there is none. */
    public Scenario get(String id) {
        return find(id).orElseThrow(() -> new Refused(ScenarioRefusal.NO_SUCH_SCENARIO, List.copyOf(byId.keySet())));
    }

    /** All scenarios, by id. */
    public List<Scenario> list() {
        return List.copyOf(byId.values());
    }

    /** The classes of cases of all scenarios, by code; where two scenarios know one code the first scenario's counts. */
    public List<CaseClass> listClasses() {
        var byCode = new TreeMap<String, CaseClass>();
        list().stream()
                .flatMap(scenario -> scenario.casework().classes().stream())
                .forEach(known -> byCode.putIfAbsent(known.code(), known));
        return List.copyOf(byCode.values());
    }
}
