package io.chengyun.platform.postgres;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param url JDBC URL of an external PostgreSQL 15 or newer; empty for the embedded one
 * @param user its user
 * @param password its password
 * @param data folder of the embedded server's data
 * @param port loopback port of the embedded server; 0 takes a free one
 * @param fresh whether what lies in the folder is thrown away at the start
 * @param durable whether the embedded server waits for the disk; false only for data that is thrown away (replay, tests)
 * @param connections most connections held at once
 */
@ConfigurationProperties("chengyun.postgres")
record PostgresSettings(
        @DefaultValue("") String url,
        @DefaultValue("postgres") String user,
        @DefaultValue("") String password,
        @DefaultValue("data/postgres") Path data,
        @DefaultValue("0") int port,
        @DefaultValue("false") boolean fresh,
        @DefaultValue("true") boolean durable,
        @DefaultValue("16") int connections) {}
