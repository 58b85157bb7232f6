package io.chengyun.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** docs/reference/settings.md: every setting with its default and its meaning. */
class SettingsDocTest {

    @Test
    void pageNamesEverySetting() {
        var text = new StringBuilder("# Settings 设置\n\n"
                + "Give them behind `./chengyun up` as `--name=value`, in the environment (`CHENGYUN_POSTGRES_URL`), or in\n"
                + "`application.yml` in the working directory. Durations are ISO 8601 (`PT20S`) or short (`20s`).\n");
        for (var type : settings()) {
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            var described = described(type);
            text.append("\n## ")
                    .append(prefix)
                    .append("\n\n")
                    .append(described.first())
                    .append("\n\n");
            text.append("| setting | default | meaning |\n|---|---|---|\n").append(rows(type, prefix, described));
        }
        Page.check("docs/reference/settings.md", getClass(), text.toString());
    }

    @Test
    void everySettingIsDescribed() {
        assertThat(settings())
                .allSatisfy(type -> assertThat(described(type).parameters().keySet())
                        .as(type.getName())
                        .containsExactlyInAnyOrderElementsOf(described(type).components()));
    }

    private static String rows(Class<?> type, String prefix, DocComments.Type described) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> {
                    var given = component.getAnnotation(DefaultValue.class);
                    var parameter = given != null ? given : onConstructor(type, component.getName());
                    var value = parameter == null ? "none" : "`" + String.join(",", parameter.value()) + "`";
                    return "| `" + prefix + "." + kebab(component.getName()) + "` | "
                            + (value.equals("``") ? "empty" : value) + " | "
                            + Page.cell(described.parameters().getOrDefault(component.getName(), "")) + " |\n";
                })
                .collect(Collectors.joining());
    }

    private static @org.jspecify.annotations.Nullable DefaultValue onConstructor(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(name))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static DocComments.Type described(Class<?> type) {
        var file = "platform/src/main/java/" + type.getName().replace('.', '/') + ".java";
        return DocComments.types(Repository.source(Repository.path(file))).get(0);
    }

    private static List<Class<?>> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.chengyun.platform").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), SettingsDocTest.class.getClassLoader()))
                .filter(Class::isRecord)
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }
}
