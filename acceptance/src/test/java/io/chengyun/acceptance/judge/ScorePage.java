package io.chengyun.acceptance.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page that shows the scores (评分页): between its markers stands what was measured, all else is a person's. */
final class ScorePage {

    private static final String HEAD = "| score | value | goal | | reference | n | |\n|---|---|---|---|---|---|---|\n";

    private final Path page;

    ScorePage(Path page) {
        this.page = page;
    }

    /** Puts the scores between the markers {@code <!-- judge:NAME -->} and {@code <!-- /judge:NAME -->}. */
    void write(String name, List<Score> scores) throws IOException {
        var text = Files.readString(page);
        var opens = "<!-- judge:" + name + " -->";
        int from = text.indexOf(opens);
        int until = text.indexOf("<!-- /judge:" + name + " -->");
        if (from < 0 || until < from) {
            throw new IOException(page + " has no markers of " + name + "; add " + opens + " and its end");
        }
        var rows = new ArrayList<String>();
        scores.forEach(score -> rows.add(score.row()));
        Files.writeString(
                page,
                text.substring(0, from + opens.length()) + "\n" + HEAD + String.join("\n", rows) + "\n"
                        + text.substring(until));
    }
}
