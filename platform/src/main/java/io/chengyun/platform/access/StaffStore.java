package io.chengyun.platform.access;

import io.chengyun.kernel.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the staff (人员). */
@Component
class StaffStore {

    private final JdbcClient jdbc;

    StaffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Caller> find(String id) {
        return jdbc.sql("SELECT * FROM access.staff WHERE id = :id")
                .param("id", id)
                .query((row, number) -> caller(row))
                .optional();
    }

    List<Caller> list() {
        return jdbc.sql("SELECT * FROM access.staff ORDER BY id")
                .query((row, number) -> caller(row))
                .list();
    }

    List<Caller> list(Collection<String> ids) {
        return jdbc.sql("SELECT * FROM access.staff WHERE id = ANY ((SELECT :ids::text[])::text[]) ORDER BY id")
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> caller(row))
                .list();
    }

    Optional<String> findPasswordHash(String id) {
        return jdbc.sql("SELECT password_hash FROM access.staff WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM access.staff)")
                .query(Boolean.class)
                .single();
    }

    void save(Caller person, String passwordHash, boolean sample) {
        jdbc.sql("""
                        INSERT INTO access.staff (id, name, name_en, roles, organisation, town, password_hash, sample)
                        VALUES (:id, :name, :nameEn, :roles, :organisation, :town, :hash, :sample)
                        ON CONFLICT (id) DO UPDATE SET
                            name = excluded.name, name_en = excluded.name_en, roles = excluded.roles,
                            organisation = excluded.organisation, town = excluded.town,
                            password_hash = excluded.password_hash
                        WHERE staff.sample AND excluded.sample
                        """)
                .param("id", person.id())
                .param("name", person.name())
                .param("nameEn", person.nameEn())
                .param("roles", person.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("organisation", person.organisation())
                .param("town", person.town() == null ? null : person.town().value())
                .param("hash", passwordHash)
                .param("sample", sample)
                .update();
    }

    int removeSamples() {
        return jdbc.sql("DELETE FROM access.staff WHERE sample").update();
    }

    static Caller caller(ResultSet row) throws SQLException {
        var roles = Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf);
        var town = row.getString("town");
        return new Caller(
                row.getString("id"),
                row.getString("name"),
                row.getString("name_en"),
                roles.collect(Collectors.toUnmodifiableSet()),
                row.getString("organisation"),
                town == null ? null : new AreaCode(town));
    }
}
