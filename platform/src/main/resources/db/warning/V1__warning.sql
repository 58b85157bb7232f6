create table warning (
    id        text primary key,
    scenario  text        not null,
    danger    text        not null,
    town      text        not null,
    standing  boolean     not null,
    raised_at timestamptz not null,
    body      jsonb       not null
);
-- At most one standing per danger and town: the database says no even if the code should forget.
create unique index warning_standing on warning (scenario, danger, town) where standing;
create index warning_raised on warning (raised_at desc);
