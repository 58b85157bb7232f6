package io.chengyun.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every file of the repository against the house rules. */
class SourcesKeepTheRulesTest {

    private static final int FILES_A_PACKAGE = 25;

    @Test
    void product() {
        assertThat(Repository.mainSources().stream().flatMap(source -> SourceRules.weighMain(source).stream()))
                .isEmpty();
    }

    @Test
    void tests() {
        assertThat(Repository.testSources().stream().flatMap(source -> SourceRules.weighTest(source).stream()))
                .isEmpty();
    }

    @Test
    void noPackageIsCrowded() {
        assertThat(crowded(Repository.mainSources())).isEmpty();
    }

    @Test
    void crowdedPackageIsFound() {
        var files = Stream.iterate(0, i -> i + 1)
                .limit(26)
                .map(i -> new Source("a/F" + i + ".java", ""))
                .toList();
        assertThat(crowded(files)).containsExactly(Map.entry("a", 26L));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(unmarked(Repository.mainSources())).isEmpty();
    }

    @Test
    void unmarkedPackageIsFound() {
        var label = new Source("a/package-info.java", "@NullMarked package a;");
        assertThat(unmarked(List.of(label, new Source("a/A.java", ""), new Source("b/B.java", ""))))
                .containsExactly("b");
    }

    /** Test classes come first on the class path: a second label there hides the first one from Modulith. */
    @Test
    void noTestHidesAPackagesLabel() {
        assertThat(hidden(Repository.mainSources(), Repository.testSources())).isEmpty();
    }

    @Test
    void hiddenLabelIsFound() {
        var main = new Source("p/src/main/java/a/package-info.java", "");
        var test = new Source("p/src/test/java/a/package-info.java", "");
        assertThat(hidden(List.of(main), List.of(test))).containsExactly(test.path());
    }

    private static List<String> hidden(List<Source> product, List<Source> tests) {
        var labels = product.stream()
                .filter(source -> source.fileName().equals("package-info.java"))
                .map(source -> source.path().replace("/src/main/", "/src/test/"))
                .collect(Collectors.toSet());
        return tests.stream().map(Source::path).filter(labels::contains).toList();
    }

    private static List<Map.Entry<String, Long>> crowded(List<Source> sources) {
        return sources.stream()
                .collect(Collectors.groupingBy(Source::folder, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(folder -> folder.getValue() > FILES_A_PACKAGE)
                .toList();
    }

    private static List<String> unmarked(List<Source> sources) {
        var marked = sources.stream()
                .filter(source -> source.fileName().equals("package-info.java"))
                .filter(source -> source.text().contains("@NullMarked"))
                .map(Source::folder)
                .collect(Collectors.toSet());
        return sources.stream()
                .map(Source::folder)
                .distinct()
                .filter(folder -> !marked.contains(folder))
                .toList();
    }
}
