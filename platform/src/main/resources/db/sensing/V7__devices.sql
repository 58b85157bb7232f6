-- What the house knows of a device beyond the standard's Thing; a thing without a row was never commissioned.

create table device (
    thing_id        bigint primary key references thing on delete cascade,
    kind            text,
    maker           text,
    model           text,
    serial          text,
    organisation    text, -- code of the organisation that owns it
    lon             double precision not null, -- where whoever commissioned it stood
    lat             double precision not null,
    commissioned_at timestamptz not null,
    commissioned_by text        not null, -- staff id
    retired_at      timestamptz,
    offline_since   timestamptz -- null while it is not offline
);

-- Sparse: most observations have no flag, and no row here.
create table flag (
    datastream_id bigint      not null references datastream on delete cascade,
    phenomenon_at timestamptz not null,
    flag          text        not null,
    rule          text        not null, -- what said so, such as 'plausible' or a scenario's rule
    at            timestamptz not null, -- when it was said
    primary key (datastream_id, phenomenon_at, flag)
);

create table maintenance (
    id        text primary key,
    device    text, -- code of the thing; null = an area
    area      text, -- code of the area; null = a device
    from_at   timestamptz not null,
    until_at  timestamptz not null,
    reason    text        not null,
    by_staff  text        not null,
    begun     boolean     not null default false,
    ended     boolean     not null default false,
    check ((device is null) <> (area is null))
);
create index maintenance_open on maintenance (until_at) where not ended;
