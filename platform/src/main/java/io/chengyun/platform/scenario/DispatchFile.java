package io.chengyun.platform.scenario;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.scenario.DutyList.Level;
import io.chengyun.platform.scenario.DutyList.Owned;
import io.chengyun.platform.scenario.DutyList.Row;
import io.chengyun.platform.scenario.DutyList.Thing;
import io.chengyun.platform.scenario.file.Section;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code dispatch.yml} (派遣文件): class × area → organisation, and the fallback. */
final class DispatchFile {

    private static final String ORGANISATION = "[A-Z][A-Z0-9-]*(\\{area})?";
    private static final String ADVICE =
            "write an organisation's code, {area} for the area's: T{area}; {owner} and {maintainer} need asset or road";
    private static final String OWNED_ADVICE = "write an organisation's code, {owner} or {maintainer}";

    private final Set<String> classes;
    private final Map<String, List<Row>> seen = new HashMap<>();

    DispatchFile(Set<String> classes) {
        this.classes = classes;
    }

    DutyList read(Section file) {
        var rows = file.sections("rows").stream().map(this::row).toList();
        var fallback = file.text("fallback", "[A-Z][A-Z0-9-]*", "write one organisation's code: D310112");
        file.noOthers();
        return new DutyList(rows, fallback);
    }

    private Row row(Section section) {
        var code = section.oneOf("class", classes);
        var level = section.oneOf("level", Level.TOWN);
        var area = section.has("area") ? area(section, level) : null;
        var owned = owned(section);
        var organisation = organisation(section, owned);
        var row = new Row(code, level, area, organisation, day(section, "from"), day(section, "to"), owned);
        section.noOthers();
        if (row.from() != null && row.to() != null && row.to().isBefore(row.from())) {
            section.wrong("to", "'to' is before 'from'; a row holds from its first day to its last");
        }
        var sameArea = seen.computeIfAbsent(code + " " + level + " " + area + " " + owned, key -> new ArrayList<>());
        if (sameArea.stream().anyMatch(row::meets)) {
            section.wrong("class", "class '" + code + "' has this area twice at a time; end one row before the next");
        }
        sameArea.add(row);
        return row;
    }

    private static String organisation(Section section, @Nullable Owned owned) {
        return owned == null
                ? section.text("organisation", ORGANISATION, ADVICE)
                : section.text("organisation", ORGANISATION + "|\\{owner}|\\{maintainer}", OWNED_ADVICE);
    }

    /** {@code asset} or {@code road}: an owner's code, or any. */
    private static @Nullable Owned owned(Section section) {
        boolean asset = section.has("asset");
        if (asset && section.has("road")) {
            section.wrong("road", "a row asks for the owner of an asset or of a road; write two rows");
        }
        if (!asset && !section.has("road")) {
            return null;
        }
        var thing = asset ? Thing.ASSET : Thing.ROAD;
        var owner = section.text(asset ? "asset" : "road", "any|[A-Z][A-Z0-9-]*", "write an owner's code, or any");
        return new Owned(thing, owner.equals("any") ? null : owner);
    }

    private static @Nullable LocalDate day(Section section, String key) {
        if (!section.has(key)) {
            return null;
        }
        var text = section.text(key, "\\d{4}-\\d{2}-\\d{2}", "write a day: 2026-05-01");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            section.wrong(key, "'" + text + "' is no day of the calendar; write one: 2026-05-01");
            return null;
        }
    }

    private static @Nullable AreaCode area(Section section, Level level) {
        var text = section.text("area");
        var area = text.isEmpty() ? null : section.made(() -> new AreaCode(text));
        if (area != null && !area.value().matches(form(level))) {
            section.wrong("area", "'" + text + "' is no " + level + "; write a code of that level");
        }
        return area;
    }

    private static String form(Level level) {
        return switch (level) {
            case GRID -> "\\d{9}G\\d{2}";
            case TOWN -> "\\d{9}";
            case DISTRICT -> "\\d{6}";
        };
    }
}
