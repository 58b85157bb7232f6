-- What a rule found while somebody worked on the device, and nobody was told: it is said when the work ends, if it is still
-- so. One row a stream and rule, the newest finding.
create table unsaid (
    stream   bigint not null,
    scenario text   not null,
    rule     text   not null,
    body     jsonb  not null, -- the signal as it would have been given
    primary key (stream, scenario, rule)
);

-- What a rule said last of a stream.
create index signal_voice on signal (((body #>> '{source,stream}')::bigint), scenario, rule, number desc);
