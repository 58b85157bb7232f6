-- Credentials of single devices. A token has 256 random bits, so a plain SHA-256 of it cannot be guessed back and a slow
-- hash would protect nothing; passwords that people choose are kept otherwise, see access.

create table device_credential (
    id         text primary key,
    thing_id   bigint      not null references thing on delete cascade,
    digest     bytea       not null unique, -- SHA-256 of the token
    issued_at  timestamptz not null,
    issued_by  text        not null,        -- staff id
    revoked_at timestamptz
);
create index device_credential_thing on device_credential (thing_id);
