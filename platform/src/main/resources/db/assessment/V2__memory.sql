-- What the rules remember of each stream, a few words a rule. Written when a rule spoke and otherwise now and then: what
-- was stored later than known_at is weighed again after a restart, what is older is only read again as history.
create table memory (
    stream    bigint primary key,
    known_at  timestamptz not null, -- stored_at of the newest batch of which the words know
    newest_at timestamptz,          -- time of the newest observation then known
    words     bytea       not null  -- for each rule: key, count, 64-bit words
) with (fillfactor = 50);

-- What was remembered in the form of version 1 is learnt anew from the stored observations.
drop table stream_state;
