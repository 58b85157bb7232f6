package io.chengyun.platform.ledger.sign;

import io.chengyun.platform.ledger.sign.OrganisationKey.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Public halves of the organisations' keys, and the time in which each held. */
@Repository
class OrganisationKeyStore {

    private static final String SELECT =
            "select id, organisation, serial, ed25519, sm2, held_from, held_until, state from ledger.organisation_key ";

    private final JdbcClient jdbc;

    OrganisationKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OrganisationKey key) {
        jdbc.sql("""
                        insert into ledger.organisation_key (id, organisation, serial, ed25519, sm2, held_from, state)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        key.id(),
                        key.organisation(),
                        key.serial(),
                        key.ed25519(),
                        key.sm2(),
                        Timestamp.from(key.from()),
                        key.state().name())
                .update();
    }

    void end(OrganisationKey key, Instant until) {
        jdbc.sql("update ledger.organisation_key set held_until = ?, state = ? where id = ?")
                .params(Timestamp.from(until), key.state().name(), key.id())
                .update();
    }

    /** The one that holds, kept from others until the transaction ends. */
    Optional<OrganisationKey> lock(String organisation) {
        return jdbc.sql(SELECT + "where organisation = ? and held_until is null for update")
                .param(organisation)
                .query(OrganisationKeyStore::key)
                .optional();
    }

    List<OrganisationKey> list() {
        return jdbc.sql(SELECT + "order by organisation, serial")
                .query(OrganisationKeyStore::key)
                .list();
    }

    int lastSerial(String organisation) {
        return jdbc.sql("select coalesce(max(serial), 0) from ledger.organisation_key where organisation = ?")
                .param(organisation)
                .query(Integer.class)
                .single();
    }

    private static OrganisationKey key(ResultSet row, int number) throws SQLException {
        return new OrganisationKey(
                row.getString("id"),
                row.getString("organisation"),
                row.getInt("serial"),
                row.getString("ed25519"),
                row.getString("sm2"),
                row.getTimestamp("held_from").toInstant(),
                instant(row.getTimestamp("held_until")),
                State.valueOf(row.getString("state")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
