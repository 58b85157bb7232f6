-- Which contents of which scenario versions were ever in force, and since when.
create table activation (
    scenario     text        not null,
    version      integer     not null,
    digest       text        not null, -- SHA-256 of the package's files
    activated_at timestamptz not null,
    primary key (scenario, version, digest)
);
