package io.chengyun.platform.scenario;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the scenario packages lie.
 *
 * @param path folder with one folder a scenario, relative to the working directory
 * @param only ids of those to install; empty for all
 */
@ConfigurationProperties("chengyun.scenario")
record ScenarioSettings(
        @DefaultValue("scenarios") Path path, @DefaultValue List<String> only) {}
