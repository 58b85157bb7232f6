package io.chengyun.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/glossary.md decides the words: the Chinese term of every public type must stand there. */
class GlossaryDocTest {

    private static final Pattern TERM = Pattern.compile("\\(([^()]*\\p{IsHan}[^()]*)\\)");
    private static final Pattern ONE = Pattern.compile("\\p{IsHan}+");

    @Test
    void glossaryHoldsTheTermOfEveryPublicType() {
        var glossary = Repository.text(Repository.path("docs/glossary.md"));
        assertThat(missing(Repository.mainSources(), glossary)).isEmpty();
    }

    @Test
    void missingTermIsFound() {
        var source = new Source(
                "a/Warning.java", "/** A danger that somebody has to know of (预警、险情). */ public record Warning() {}");
        assertThat(missing(List.of(source), "| 预警 | warning |")).containsExactly("险情 of a/Warning.java");
    }

    private static List<String> missing(List<Source> sources, String glossary) {
        return sources.stream()
                .filter(source -> !source.fileName().equals("package-info.java"))
                .flatMap(source -> DocComments.types(source).stream()
                        .filter(DocComments.Type::open)
                        .flatMap(type -> terms(type.first()))
                        .filter(term -> !glossary.contains(term))
                        .map(term -> term + " of " + source.path()))
                .toList();
    }

    private static Stream<String> terms(String sentence) {
        return TERM.matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .flatMap(words -> ONE.matcher(words).results().map(MatchResult::group));
    }
}
