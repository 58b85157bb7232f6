package io.chengyun.platform.ledger.sign;

import io.chengyun.proof.Note;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what, by its number, and the organisations' signatures over it. */
@Repository
public class ActStore {

    private final JdbcClient jdbc;

    ActStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An entry that is a person's act (操作).
     *
     * @param staff id of the person
     * @param signature number of the first act under the same signature; null where no organisation signed
     */
    record Act(long number, String staff, @Nullable Long signature) {}

    /**
     * An organisation's signature (机构签名记录).
     *
     * @param numbers of the acts under it, in order
     */
    public record Signed(Note note, List<Long> numbers) {}

    void add(List<Act> acts) {
        if (!acts.isEmpty()) {
            jdbc.sql(
                            "insert into ledger.act (number, staff, signature) select * from unnest(?::bigint[], ?::text[], ?::bigint[])")
                    .params(
                            acts.stream().map(Act::number).toArray(Long[]::new),
                            acts.stream().map(Act::staff).toArray(String[]::new),
                            acts.stream().map(Act::signature).toArray(Long[]::new))
                    .update();
        }
    }

    void add(long first, String organisation, Note note) {
        jdbc.sql("insert into ledger.signature (first, organisation, note) values (?, ?, ?)")
                .params(first, organisation, note.format())
                .update();
    }

    /** The signature under which the act stands. */
    public Optional<Signed> find(long number) {
        return jdbc.sql("""
                        select note, (select array_agg(number order by number) from ledger.act
                                      where signature = signed.first) as numbers
                        from ledger.signature signed join ledger.act on act.signature = signed.first
                        where act.number = ?
                        """)
                .param(number)
                .query((row, count) -> new Signed(Note.parse(row.getString("note")), List.of((Long[])
                        row.getArray("numbers").getArray())))
                .optional();
    }

    /** Numbers of what the person did, the newest first. */
    public List<Long> listBy(String staff, int limit) {
        return jdbc.sql("select number from ledger.act where staff = ? order by number desc limit ?")
                .params(staff, limit)
                .query(Long.class)
                .list();
    }
}
