-- What was stored after a moment is asked for after every restart; an index of block ranges costs next to nothing to keep.
create index observation_stored on observation using brin (stored_at) with (pages_per_range = 16, autosummarize = on);

-- When the newest batch with rows of this source was stored. The greatest of all is where the lane goes on after a restart.
alter table tally add column stored_at timestamptz;

-- Sources that are kept out for a time, because too much of what they sent was bad.
create table source_standing (
    source   text primary key,
    since_at timestamptz not null,
    until_at timestamptz not null,
    received bigint      not null, -- rows in the window that led to it
    rejected bigint      not null
);
