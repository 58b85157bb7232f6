-- What is kept of observations when the single ones are gone, and what keeps it right.

-- One partition a year (UTC), made together with the first month of observations in it.
create table hourly (
    datastream_id bigint           not null references datastream on delete cascade,
    at            timestamptz      not null, -- the hour's beginning
    rows          bigint           not null,
    lowest        double precision not null,
    highest       double precision not null,
    total         double precision not null,
    last_result   double precision not null,
    last_at       timestamptz      not null,
    primary key (datastream_id, at)
) partition by range (at);

create table daily (
    datastream_id bigint           not null references datastream on delete cascade,
    day           date             not null, -- the city's
    rows          bigint           not null,
    lowest        double precision not null,
    highest       double precision not null,
    total         double precision not null,
    last_result   double precision not null,
    last_at       timestamptz      not null,
    primary key (datastream_id, day)
);

-- Up to which time of storing observations stand in the hours and days; null = none yet.
create table summary_mark (
    single    boolean primary key default true check (single),
    stored_at timestamptz
);
insert into summary_mark default values;

-- Hours of which something stored was changed or deleted: they are made anew from the single observations.
create table summary_doubt (
    datastream_id bigint      not null,
    at            timestamptz not null,
    primary key (datastream_id, at)
);

-- Days of which an hour changed; empty whenever no summary is being made.
create unlogged table summary_day (
    datastream_id bigint not null,
    day           date   not null,
    primary key (datastream_id, day)
);

-- Whoever changes what is stored need not think of the hours. New rows cost nothing here.
create function doubt_hours() returns trigger language plpgsql as $$
begin
    insert into sensing.summary_doubt (datastream_id, at)
    select distinct datastream_id, date_trunc('hour', phenomenon_at, 'UTC') from touched
    on conflict do nothing;
    return null;
end $$;
create trigger doubt_deleted after delete on observation
    referencing old table as touched for each statement execute function doubt_hours();
create trigger doubt_changed after update on observation
    referencing old table as touched for each statement execute function doubt_hours();
create trigger doubt_changed_to after update on observation
    referencing new table as touched for each statement execute function doubt_hours();

do $$
declare
    year integer;
begin
    for year in
        select distinct substring(c.relname from '^observation_(\d{4})_')::integer
        from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'sensing.observation'::regclass
    loop
        execute format(
            'create table sensing.hourly_%s partition of sensing.hourly for values from (%L) to (%L)',
            year, year || '-01-01 00:00:00Z', year + 1 || '-01-01 00:00:00Z');
    end loop;
end $$;
