package io.chengyun.platform.house;

import io.chengyun.platform.Chengyun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** docs/reference/modules.md: every package's label, and whom it may know. */
class ModulesDocTest {

    @Test
    void pageSaysWhatTheLabelsSay() {
        var text = new StringBuilder("# Modules of the platform 模块\n\n"
                + "One package, one business boundary. `may use` is what the build allows; anything else fails it.\n\n"
                + "| package | name | may use | label |\n|---|---|---|---|\n");
        ApplicationModules.of(Chengyun.class).stream()
                .filter(module -> Files.exists(file(module.getBasePackage().getName())))
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
                .forEach(module -> text.append(row(
                        module.getIdentifier().toString(),
                        module.getBasePackage().getName())));
        Page.check("docs/reference/modules.md", getClass(), text.toString());
    }

    private static String row(String name, String packageName) {
        var label = label(packageName);
        return "| `" + name + "` | " + label.displayName() + " | "
                + String.join(", ", List.of(label.allowedDependencies())) + " | " + Page.cell(comment(packageName))
                + " |\n";
    }

    private static ApplicationModule label(String packageName) {
        try {
            return Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(packageName + " has no label", e);
        }
    }

    private static Path file(String packageName) {
        return Repository.path("platform/src/main/java/" + packageName.replace('.', '/') + "/package-info.java");
    }

    private static String comment(String packageName) {
        var text = Repository.text(file(packageName));
        int begin = text.indexOf("/**");
        return text.substring(begin + 3, text.indexOf("*/", begin))
                .replaceAll("(?m)^\\s*\\* ?", "")
                .replace("<p>", "")
                .replaceAll("\\{@(?:code|link)\\s+(?:[a-z]+\\.)*([^}]*)}", "`$1`");
    }
}
