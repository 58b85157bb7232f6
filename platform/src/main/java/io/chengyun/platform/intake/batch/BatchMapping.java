package io.chengyun.platform.intake.batch;

import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How another system's table is read (导入对照).
 *
 * @param columns what its columns are called
 * @param services its words for our services; a word that is not here is taken for a service's code itself
 */
record BatchMapping(Columns columns, Map<String, String> services) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    BatchMapping {
        // what reads it gives null for what is not there
        if (Objects.isNull(columns)) {
            throw new Malformed("columns", "is needed: which column holds what");
        }
        services = Map.copyOf(Objects.requireNonNullElse(services, Map.<String, String>of()));
    }

    /**
     * Headings of the table; those that are null are not in it.
     *
     * @param id its number there, by which a row comes in once
     * @param address where it is, in words
     */
    record Columns(
            String id,
            String service,
            String description,
            String address,
            @Nullable String lon,
            @Nullable String lat,
            @Nullable String name,
            @Nullable String phone) {

        Columns {
            if (List.of(present(id), present(service), present(description), present(address))
                    .contains(false)) {
                throw new Malformed("columns", "id, service, description and address must each name a column");
            }
            if ((lon == null) != (lat == null)) {
                throw new Malformed("columns", "lon and lat go together");
            }
        }

        /** The headings that are wanted, the number's first. */
        List<String> wanted() {
            var wanted = new ArrayList<>(List.of(id, service, description, address));
            for (var more : new String[] {lon, lat, name, phone}) {
                if (more != null) {
                    wanted.add(more);
                }
            }
            return List.copyOf(wanted);
        }

        private static boolean present(@Nullable String heading) {
            return heading != null && !heading.isBlank();
        }
    }

    String service(String word) {
        return services.getOrDefault(word.strip(), word.strip());
    }

    static BatchMapping read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException absent) {
            throw new Malformed(
                    "mapping", "the district has no " + file.getFileName() + ": send a mapping with the table");
        }
    }

    static BatchMapping read(String yaml) {
        try {
            return YAML.readValue(yaml, BatchMapping.class);
        } catch (JacksonException wrong) {
            throw new Malformed("mapping", "cannot be read: " + wrong.getOriginalMessage());
        }
    }
}
