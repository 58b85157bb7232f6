package io.chengyun.platform.house;

import org.junit.jupiter.api.Test;

/** docs/reference/events.md: all that can happen, as the journal names it. */
class EventsDocTest {

    @Test
    void pageNamesEveryEvent() {
        var text = new StringBuilder(
                "# Events 事件\n\n"
                        + "What stands in the journal. Each line of `events.jsonl` has `n`, `at`, `type`, `subject` and `now`: the\n"
                        + "thing as it stands after the event. Samples as canonical JSON: `platform/src/test/resources/approved`.\n");
        Repository.mainSources().stream()
                .filter(source -> source.path().startsWith("platform/")
                        && source.fileName().endsWith("Event.java"))
                .forEach(source -> text.append(family(source)));
        Page.check("docs/reference/events.md", getClass(), text.toString());
    }

    private static String family(Source source) {
        var module = source.folder().substring(source.folder().lastIndexOf('/') + 1);
        var types = DocComments.types(source);
        var text = new StringBuilder("\n## " + module + "\n\n" + types.get(0).first() + "\n\n");
        text.append("| type | what happened | carries |\n|---|---|---|\n");
        types.stream()
                .filter(type ->
                        type.components().contains("at") && type.components().contains("now"))
                .forEach(type -> text.append("| `" + module + "." + type.name() + "` | " + Page.cell(type.first())
                        + " | " + String.join(", ", type.components()) + " |\n"));
        return text.toString();
    }
}
