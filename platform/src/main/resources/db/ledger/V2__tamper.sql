-- What was found changed past the house: told once.
create table tamper (
    table_name text   not null,
    row_key    text   not null,
    column_name text  not null,
    number     bigint not null,
    kind       text   not null,
    found_at   timestamptz not null,
    primary key (table_name, row_key, column_name, number)
);
