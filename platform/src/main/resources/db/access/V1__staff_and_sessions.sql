-- Staff, the sessions they opened, and sign-in tries that failed. Secrets only as digests.

CREATE TABLE access.staff (
    id            text PRIMARY KEY,
    name          text NOT NULL,
    name_en       text NOT NULL,
    roles         text[] NOT NULL CHECK (cardinality(roles) > 0),
    organisation  text NOT NULL,
    town          text,
    password_hash text NOT NULL,
    sample        boolean NOT NULL
);

CREATE TABLE access.session (
    token_digest bytea PRIMARY KEY,
    staff        text NOT NULL REFERENCES access.staff (id) ON DELETE CASCADE,
    started_at   timestamptz NOT NULL,
    seen_at      timestamptz NOT NULL
);

CREATE TABLE access.tries (
    key_digest bytea PRIMARY KEY,
    failures   integer NOT NULL,
    since      timestamptz NOT NULL
);
