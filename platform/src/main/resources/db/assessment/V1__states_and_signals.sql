-- What the rules remember of each stream, as old as the stream's newest stored observation. Rows are rewritten all the
-- time: room is left on each page so that an update stays on it.
create table stream_state (
    stream bigint primary key,
    states json not null -- rule key -> what that rule remembers
) with (fillfactor = 50);

create table signal (
    number bigint generated always as identity primary key,
    id     text  not null unique,
    body   jsonb not null
);
