package io.chengyun.acceptance.bench;

/** Where references put events, each with all its words in one row; nothing is gathered of words, as in the house. */
public final class PlainInbox {

    /** Makes {@code bench.inbox}. */
    public static final String TABLE = """
            create table bench.inbox (
                id      bigint generated always as identity primary key,
                type    text        not null,
                subject text        not null,
                at      timestamptz not null,
                payload text        not null);
            alter table bench.inbox alter column payload set statistics 0;
            """;

    private PlainInbox() {}
}
