package io.chengyun.platform.scenario;

import io.chengyun.platform.scenario.CaseClass.Closing;
import io.chengyun.platform.scenario.CaseClass.FilingStandard;
import io.chengyun.platform.scenario.CaseClass.Group;
import io.chengyun.platform.scenario.CaseClass.Offer;
import io.chengyun.platform.scenario.CasePolicy.OnWarning;
import io.chengyun.platform.scenario.CasePolicy.StageLimits;
import io.chengyun.platform.scenario.file.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code casework.yml} (案件文件): classes, filing standards, limits, and which warnings file a case. */
final class CaseworkFile {

    private static final Pattern BLANK = Pattern.compile("\\{([^}]*)}");
    private static final String GROUP = "P?\\d{2}";
    private static final Pattern PARTED = Pattern.compile("[,，、]");
    private static final List<String> BLANKS = List.of("town", "danger", "grade", "sentence");

    private final Set<String> dangers;
    private final Map<String, String> taken;
    private final Map<String, Group> groups = new HashMap<>();
    private final HashSet<String> codes = new HashSet<>();
    private final HashSet<String> standards = new HashSet<>();

    /**
     * @param dangers of which the package warns; none if it warns of nothing
     * @param taken codes of the classes of other packages, and whose each is
     */
    CaseworkFile(Set<String> dangers, Map<String, String> taken) {
        this.dangers = dangers;
        this.taken = taken;
    }

    CasePolicy read(Section file) {
        var stages = stages(file.section("stages"));
        if (file.has("groups")) {
            file.sections("groups").forEach(this::group);
        }
        var classes = file.sections("classes").stream()
                .map(section -> caseClass(section, stages))
                .toList();
        var onWarning = new ArrayList<OnWarning>();
        if (file.has("onWarning")) {
            if (dangers.isEmpty()) {
                file.wrong(
                        "onWarning", "'onWarning' hears of dangers, and warning.yml names none; add them, or drop it");
            }
            for (var section : file.sections("onWarning")) {
                onWarning.add(onWarning(section, classes));
            }
        }
        file.noOthers();
        return new CasePolicy(classes, onWarning);
    }

    private static StageLimits stages(Section stages) {
        var made = new StageLimits(
                stages.duration("verify"),
                stages.duration("file"),
                stages.duration("dispatch"),
                stages.duration("inspect"),
                stages.duration("close"));
        stages.noOthers();
        return made;
    }

    private void group(Section section) {
        var code = section.text("code", GROUP, "write the two digits of the major class in quotes, P before a part's");
        var group = new Group(code, section.text("name"), section.text("nameEn"));
        section.noOthers();
        if (groups.put(code, group) != null) {
            section.wrong("code", "group '" + code + "' stands here twice; keep one");
        }
    }

    private CaseClass caseClass(Section section, StageLimits usual) {
        var code = section.text(
                "code", GROUP + "\\d{2}", "write four digits in quotes, major and minor class, P before a part's");
        if (taken.containsKey(code)) {
            section.wrong(
                    "code", "class '" + code + "' is already defined by " + taken.get(code) + "; leave it to one");
        }
        if (!codes.add(code)) {
            section.wrong("code", "class '" + code + "' stands here twice; keep one");
        }
        var name = section.text("name");
        var nameEn = section.text("nameEn");
        var filing = section.sections("standards").stream()
                .map(standard -> standard(standard, code))
                .filter(Objects::nonNull)
                .toList();
        var stages = section.has("stages") ? stages(section.section("stages")) : usual;
        var offer = offer(section, code);
        section.noOthers();
        return new CaseClass(code, name, nameEn, filing, stages, offer);
    }

    private Offer offer(Section section, String code) {
        boolean forCitizens = section.has("forCitizens") && section.flag("forCitizens");
        var keywords = section.has("keywords") ? section.texts("keywords") : List.<String>of();
        if (keywords.stream()
                .anyMatch(word -> word.isBlank() || PARTED.matcher(word).find())) {
            section.wrong("keywords", "'keywords' must be words without a comma: [积水, puddle]");
        }
        var group = groups.get(code.replaceFirst("\\d{2}$", ""));
        if (group == null && !groups.isEmpty()) {
            section.wrong("code", "class '" + code + "' stands under no group; add its major class to 'groups'");
        }
        return new Offer(forCitizens, group, keywords);
    }

    private @Nullable FilingStandard standard(Section section, String code) {
        var id = section.text(
                "id", Pattern.quote(code) + "-\\d{1,2}", "write the class, a hyphen and a number: " + code + "-1");
        if (!standards.add(id)) {
            section.wrong("id", "standard '" + id + "' stands here twice; give each its own id");
        }
        var condition = section.text("condition");
        var conditionEn = section.text("conditionEn");
        var limit = section.text("limit");
        var handling = limit.isEmpty() ? null : section.made(() -> TimeLimit.of(limit));
        var closing =
                section.sections("closing").stream().map(CaseworkFile::closing).toList();
        section.noOthers();
        return handling == null ? null : new FilingStandard(id, condition, conditionEn, handling, closing);
    }

    private static Closing closing(Section section) {
        var made = new Closing(section.text("condition"), section.text("conditionEn"), section.whole("photos", 0));
        section.noOthers();
        return made;
    }

    private OnWarning onWarning(Section section, List<CaseClass> classes) {
        var danger = section.oneOf("danger", dangers);
        var from = section.grade("from");
        var code = section.oneOf("class", codes);
        var of = classes.stream()
                .filter(known -> known.code().equals(code))
                .flatMap(known -> known.standards().stream())
                .map(FilingStandard::id)
                .toList();
        var standard = section.oneOf("standard", of);
        var made = new OnWarning(danger, from, code, standard, title(section, "title"), title(section, "titleEn"));
        section.noOthers();
        return made;
    }

    private static String title(Section section, String key) {
        var title = section.text(key);
        var blanks = BLANK.matcher(title);
        while (blanks.find()) {
            if (!BLANKS.contains(blanks.group(1))) {
                section.wrong(key, "nothing fills " + blanks.group() + "; use one of " + String.join(", ", BLANKS));
            }
        }
        return title;
    }
}
