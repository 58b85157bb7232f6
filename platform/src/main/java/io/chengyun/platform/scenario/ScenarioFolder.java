package io.chengyun.platform.scenario;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.scenario.RuleSpec.Floor;
import io.chengyun.platform.scenario.Scenario.About;
import io.chengyun.platform.scenario.Scenario.MapLayer;
import io.chengyun.platform.scenario.WarningPolicy.Danger;
import io.chengyun.platform.scenario.file.Node;
import io.chengyun.platform.scenario.file.Problems;
import io.chengyun.platform.scenario.file.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The folder of scenario packages (场景包目录): read whole and strictly, or refused with everything that is wrong. */
final class ScenarioFolder {

    private static final List<String> WATCHING = List.of("rules.yml", "warning.yml", "map.yml");

    private final Path folder;
    private final ObservedProperties properties;
    private final List<String> only;
    private final Problems problems = new Problems();
    private final List<String> contents = new ArrayList<>();
    private final Map<String, String> classes = new HashMap<>();

    /**
     * @param only ids of those to read; empty for all
     */
    ScenarioFolder(Path folder, ObservedProperties properties, List<String> only) {
        this.folder = folder;
        this.only = List.copyOf(only);
        this.properties = properties;
    }

    List<Scenario> read() {
        var scenarios = packages().stream().map(this::scenario).toList();
        if (problems.count() > 0) {
            throw new Refused(ScenarioRefusal.PACKAGE_WRONG, problems.list());
        }
        return scenarios;
    }

    private List<Path> packages() {
        try (var entries = Files.list(folder)) {
            var packages = entries.filter(Files::isDirectory)
                    .filter(entry -> only.isEmpty() || only.contains(String.valueOf(entry.getFileName())))
                    .sorted()
                    .toList();
            if (packages.isEmpty() && !only.isEmpty()) {
                problems.add(folder.toString(), 1, "holds none of " + only + "; name a folder that is there");
            } else if (packages.isEmpty()) {
                problems.add(folder.toString(), 1, "holds no scenario; put one folder a scenario here");
            }
            return packages;
        } catch (NoSuchFileException absent) {
            problems.add(folder.toString(), 1, "is not there; set chengyun.scenario.path to the scenarios' folder");
            return List.of();
        } catch (IOException unreadable) {
            throw new Fault("scenario:folder-unreadable", unreadable);
        }
    }

    private Scenario scenario(Path scenario) {
        contents.clear();
        var about = file(scenario, "scenario.yml");
        if (onlyFiles(scenario)) {
            var casework = casework(scenario, Set.of());
            return Scenario.filing(about(scenario, about, List.of(), null), casework, dispatch(scenario, casework));
        }
        var floor = RulesFile.floor(about);
        var rulesFile = file(scenario, "rules.yml");
        if (RulesFile.onlyFlags(rulesFile) && !Files.exists(scenario.resolve("warning.yml"))) {
            var rules = new RulesFile(properties, Set.of(), floor).read(rulesFile);
            return Scenario.flagging(about(scenario, about, needs(about), floor), rules);
        }
        var warning = new WarningFile().read(file(scenario, "warning.yml"));
        var dangers = codes(warning.dangers(), Danger::code);
        var rules = new RulesFile(properties, dangers, floor).read(rulesFile);
        var casework = casework(scenario, dangers);
        var dispatch = dispatch(scenario, casework);
        var layers = layers(file(scenario, "map.yml"));
        return new Scenario(
                about(scenario, about, needs(about), floor),
                rules.rules(),
                rules.groups(),
                warning,
                casework,
                dispatch,
                layers);
    }

    /** Whether the package files cases and watches nothing: it then has neither rules nor warnings nor a map of them. */
    private static boolean onlyFiles(Path scenario) {
        return Files.exists(scenario.resolve("casework.yml"))
                && WATCHING.stream().noneMatch(name -> Files.exists(scenario.resolve(name)));
    }

    /** One class is one scenario's, or nobody could say whose limits and duties hold. */
    private CasePolicy casework(Path scenario, Set<String> dangers) {
        var casework = new CaseworkFile(dangers, classes).read(file(scenario, "casework.yml"));
        codes(casework.classes(), CaseClass::code)
                .forEach(code -> classes.putIfAbsent(code, String.valueOf(scenario.getFileName())));
        return casework;
    }

    private DutyList dispatch(Path scenario, CasePolicy casework) {
        return new DispatchFile(codes(casework.classes(), CaseClass::code)).read(file(scenario, "dispatch.yml"));
    }

    private static <T> Set<String> codes(List<T> things, Function<T, String> code) {
        return things.stream().map(code).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private About about(Path scenario, Section file, List<String> needs, @Nullable Floor floor) {
        var id = file.text("id", "[a-z][a-z0-9-]*", "use lower-case letters, digits and hyphens");
        var name = String.valueOf(scenario.getFileName());
        if (!id.isEmpty() && !id.equals(name)) {
            file.wrong("id", "id '" + id + "' must be the folder's name, '" + name + "'");
        }
        int version = file.whole("version", 1);
        var about = new About(
                id, version, file.text("title"), file.text("titleEn"), file.text("owner"), needs, digest(), floor);
        file.noOthers();
        return about;
    }

    private List<String> needs(Section file) {
        var needs = file.texts("needs");
        for (var need : needs) {
            if (properties.find(need).isEmpty()) {
                var known =
                        properties.list().stream().map(ObservedProperty::code).toList();
                file.wrong("needs", "unknown property '" + need + "'; use one of " + String.join(", ", known));
            }
        }
        return needs;
    }

    private static List<MapLayer> layers(Section file) {
        var layers = file.sections("layers").stream().map(ScenarioFolder::layer).toList();
        file.noOthers();
        return layers;
    }

    private static MapLayer layer(Section layer) {
        var made = new MapLayer(layer.text("id"), layer.text("title"), layer.text("titleEn"), layer.flag("shown"));
        layer.noOthers();
        return made;
    }

    private Section file(Path scenario, String name) {
        var label = scenario.getFileName() + "/" + name;
        var content = content(scenario.resolve(name), label);
        var node = content == null ? null : Node.read(label, content, problems);
        return Section.of(label, node, problems);
    }

    /** Of the files as they were read, one after the other. */
    private String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            contents.forEach(content -> sha.update(content.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private @Nullable String content(Path file, String label) {
        try {
            var content = Files.readString(file);
            contents.add(content);
            return content;
        } catch (NoSuchFileException absent) {
            problems.add(label, 1, "is missing; every scenario has one");
            return null;
        } catch (IOException unreadable) {
            throw new Fault("scenario:file-unreadable", unreadable);
        }
    }
}
