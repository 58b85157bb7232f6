-- Rules that people changed from the console. The newest is in force while its version is above the folder's.
create table revision (
    scenario   text        not null,
    version    integer     not null,
    rules      text        not null, -- the whole rules.yml
    digest     text        not null, -- SHA-256 of the text, hexadecimal
    revised_by text        not null, -- staff id
    revised_at timestamptz not null,
    note       text,
    primary key (scenario, version)
);
