-- How far the log has come: one row. What is integrated lies in tiles; what is published is in the note, with its signatures.
create table head (
    one           boolean primary key default true check (one),
    size          bigint      not null,
    root          bytea       not null,
    integrated_at timestamptz not null,
    note          text,
    published_at  timestamptz
);

-- What each subject's leaves are salted with. Who throws it away leaves promises of which nobody can say what they were.
create table salt (
    subject        text primary key,
    key            bytea,
    -- leaves up to this number are of a key that is gone
    erased_through bigint not null default 0
);
