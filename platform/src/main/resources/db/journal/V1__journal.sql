-- Events whose transaction has committed, not yet numbered. The id orders them; it may have gaps, numbers may not.
create table inbox (
    id      bigint generated always as identity primary key,
    type    text        not null,
    subject text        not null,
    at      timestamptz not null,
    payload text        not null
);

-- The record: one order without gaps. The payload is text, not jsonb: its bytes are what is proven later.
create table entry (
    number  bigint primary key,
    type    text        not null,
    subject text        not null,
    at      timestamptz not null,
    payload text        not null
);
create index entry_subject on entry (subject, number);

create table cursor (
    follower text primary key,
    number   bigint not null
);

create table refusal (
    follower text        not null,
    number   bigint      not null,
    reason   text        not null,
    at       timestamptz not null,
    primary key (follower, number)
);
