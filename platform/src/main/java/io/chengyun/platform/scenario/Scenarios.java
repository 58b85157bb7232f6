package io.chengyun.platform.scenario;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The installed scenarios (场景包): as read from their folder when the house started, with the rules as they were revised
 * since. Whoever asks gets them as they are then; a scenario itself never changes.
 */
@Component
public class Scenarios {

    private final @Nullable Path folder;
    private volatile Edition edition;

    private record Edition(long number, Map<String, Scenario> byId) {}

    @Autowired
    Scenarios(ScenarioSettings settings, ObservedProperties properties) {
        this(new ScenarioFolder(settings.path(), properties, settings.only()).read(), settings.path());
    }

    /** These scenarios, for tools and tests that have no folder. */
    public Scenarios(Collection<Scenario> scenarios) {
        this(scenarios, null);
    }

    private Scenarios(Collection<Scenario> scenarios, @Nullable Path folder) {
        var byId = new LinkedHashMap<String, Scenario>();
        scenarios.forEach(scenario -> byId.put(scenario.id(), scenario));
        this.folder = folder;
        this.edition = new Edition(0, Collections.unmodifiableMap(byId));
    }

    /** The scenarios of a folder, for tools that run without the house; refuses with all problems if one is wrong. */
    public static Scenarios of(Path folder, ObservedProperties properties) {
        return new Scenarios(new ScenarioFolder(folder, properties, List.of()).read(), folder);
    }

    /** Raised whenever a scenario is replaced: whoever keeps something made of scenarios makes it anew then. */
    public long edition() {
        return edition.number();
    }

    /** Puts a scenario in the place of the one of its id; for revisions, once they are committed. */
    public synchronized void replace(Scenario scenario) {
        var byId = new LinkedHashMap<>(edition.byId());
        byId.put(scenario.id(), scenario);
        edition = new Edition(edition.number() + 1, Collections.unmodifiableMap(byId));
    }

    /** The rules as they stand in the scenario's folder; empty if it has none. */
    public String folderRules(String id) {
        if (folder == null) {
            throw new IllegalStateException("these scenarios have no folder");
        }
        var file = folder.resolve(get(id).id()).resolve("rules.yml");
        try {
            return get(id).watches() ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new Fault("scenario:file-unreadable", unreadable);
        }
    }

    public Optional<Scenario> find(String id) {
        return Optional.ofNullable(edition.byId().get(id));
    }

    /** The scenario of this id; refuses with the known ids if there is none. */
    public Scenario get(String id) {
        return find(id).orElseThrow(() -> new Refused(
                ScenarioRefusal.NO_SUCH_SCENARIO, List.copyOf(edition.byId().keySet())));
    }

    /** All scenarios, by id. */
    public List<Scenario> list() {
        return List.copyOf(edition.byId().values());
    }

    /** The classes of cases of all scenarios, by code; a folder in which two scenarios have one code is refused. */
    public List<CaseClass> listClasses() {
        return list().stream()
                .flatMap(scenario -> scenario.casework().classes().stream())
                .sorted(Comparator.comparing(CaseClass::code))
                .toList();
    }
}
