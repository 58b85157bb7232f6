-- What is searched by beside the signal itself. A signal that does not ease a danger is an alarm: people judge it.
alter table signal
    add column scenario text    not null generated always as (body #>> '{origin,scenario}') stored,
    add column rule     text    not null generated always as (body #>> '{origin,rule}') stored,
    add column version  integer not null generated always as ((body #>> '{origin,version}')::integer) stored,
    add column danger   text    not null generated always as (body #>> '{origin,danger}') stored,
    add column town     text    not null generated always as (body #>> '{source,town}') stored,
    add column alarm    boolean not null generated always as (body ->> 'state' <> 'EASED') stored,
    add column advisory boolean not null default false, -- its rule was advisory when it spoke
    add column given_at timestamptz;

update signal set given_at = (body ->> 'at')::timestamptz;

alter table signal alter column given_at set not null;

create index signal_rule on signal (scenario, rule, version, given_at) where alarm;
create index signal_danger on signal (scenario, danger, town, given_at) where alarm;

-- The one standing verdict on a signal. The journal says that there is a remark; what it says stands only here.
create table verdict (
    signal       text primary key references signal (id),
    scenario     text        not null,
    rule         text        not null,
    version      integer     not null,
    said         text        not null, -- CONFIRMED, FALSE, DUPLICATE
    said_by      text        not null, -- staff id
    said_at      timestamptz not null,
    seen_at      timestamptz,          -- when the danger was seen on the spot; null = nobody said
    confirmed_at timestamptz,          -- when a person first confirmed it
    remark       text
);
create index verdict_rule on verdict (scenario, rule, version, said_at);

-- Versions of rules that the city's verdicts have set back, or that a person has restored.
create table rule_standing (
    scenario    text        not null,
    rule        text        not null,
    version     integer     not null,
    advisory    boolean     not null default false,
    counts_from timestamptz not null default '-infinity', -- verdicts said until then count no more
    primary key (scenario, rule, version)
);
