-- What a data set held, each version once; the table itself lies in a folder by its digest.
create table version (
    id       text primary key, -- CODE/NUMBER
    data_set text    not null,
    number   integer not null,
    body     jsonb   not null,
    unique (data_set, number)
);

-- What owners grant to others. A share that was revoked stays, and says so.
create table share (
    id       text primary key,
    data_set text  not null,
    body     jsonb not null
);
create index share_data_set on share (data_set);
