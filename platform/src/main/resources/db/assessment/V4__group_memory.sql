-- What the rules over several streams remember of each group, as whole as their words are. Written as in V2: when a rule
-- spoke or heard a signal, and otherwise now and then; what members stored later than known_at is heard again after a restart.
create table group_memory (
    rule     text        not null, -- scenario, rule, kind and what its groups share
    place    text        not null, -- code of the town, grid or thing; number of the stream in the middle of a radius
    known_at timestamptz not null, -- stored_at of the newest batch of which the words know
    words    bytea       not null, -- 64-bit words, big-endian
    primary key (rule, place)
) with (fillfactor = 50);
