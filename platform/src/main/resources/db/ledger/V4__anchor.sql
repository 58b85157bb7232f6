-- Checkpoints that a chain holds, and the one on its way there.
create table anchor (
    -- records under the checkpoint
    size        bigint      primary key,
    -- with its signatures
    note        text        not null,
    -- what the chain's module has to know for its next step
    memory      text        not null,
    chain       bigint      not null,
    block       bigint      not null default 0,
    transaction text        not null default '',
    -- why it does not go on now, and whether that was ever told
    problem     text,
    told        boolean     not null default false,
    receipt     text,
    anchored_at timestamptz
);

create unique index one_on_its_way on anchor ((true)) where anchored_at is null;
