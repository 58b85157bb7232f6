package io.chengyun.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One data source for the house, migrated before anybody gets it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostgresSettings.class)
class PostgresConfiguration {

    private static final long CONNECT_MILLIS = 5_000;

    @Bean
    @ConditionalOnExpression("'${chengyun.postgres.url:}'.isEmpty()")
    EmbeddedServer embeddedServer(PostgresSettings settings) {
        return EmbeddedServer.start(settings);
    }

    @Bean
    @ConditionalOnExpression("'${chengyun.postgres.url:}'.isEmpty()")
    ServerSupervisor serverSupervisor(EmbeddedServer server) {
        return new ServerSupervisor(server);
    }

    @Bean
    DataSource dataSource(PostgresSettings settings, @Nullable EmbeddedServer server) {
        var config = new HikariConfig();
        config.setJdbcUrl(server == null ? settings.url() : server.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(CONNECT_MILLIS);
        // a text and a missing text are the same kind of parameter: else each change between them has the question
        // planned anew
        config.addDataSourceProperty("stringtype", "unspecified");
        // what was seen compiled took longer to compile than to answer; said after connecting, for a pooler between the
        // two
        // refuses what it does not know when connecting
        config.setConnectionInitSql("set jit = off");
        config.setAutoCommit(true);
        var dataSource = new HikariDataSource(config);
        Migrations.run(dataSource);
        return dataSource;
    }
}
