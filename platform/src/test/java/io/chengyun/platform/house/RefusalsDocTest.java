package io.chengyun.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Refusal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** docs/reference/refusals.md: every way in which the house says no. */
class RefusalsDocTest {

    @Test
    void pageNamesEveryRefusal() {
        var rows = refusals().stream()
                .map(no -> "| `" + no.code() + "` | " + no.kind().status() + " | " + Page.cell(no.advice()) + " |\n")
                .collect(Collectors.joining());
        var text = "# Refusals 拒绝\n\nAnswered as problem details (RFC 9457) with these stable codes in `code`.\n\n"
                + "| code | status | advice |\n|---|---|---|\n" + rows;
        Page.check("docs/reference/refusals.md", getClass(), text);
    }

    @Test
    void codesAreUniqueAndBeginWithTheirModule() {
        assertThat(refusals()).extracting(Refusal::code).doesNotHaveDuplicates();
        assertThat(refusals())
                .allSatisfy(no -> assertThat(no.code())
                        .startsWith(no.getClass().getPackageName().split("\\.")[3] + ":")
                        .matches("[a-z]+:[a-z0-9-]+"));
    }

    private static List<Refusal> refusals() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        return scanner.findCandidateComponents("io.chengyun.platform").stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), RefusalsDocTest.class.getClassLoader()))
                .filter(Class::isEnum)
                .filter(type -> !isTest(type))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Refusal.class::cast)
                .sorted(Comparator.comparing(Refusal::code))
                .toList();
    }

    private static boolean isTest(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }
}
