CREATE TABLE casework.case_file (
    id           text PRIMARY KEY,
    state        text NOT NULL,
    ended        boolean NOT NULL,
    town         text NOT NULL,
    organisation text NOT NULL,
    warning      text UNIQUE,
    opened_at    timestamptz NOT NULL,
    due_at       timestamptz,
    revision     bigint NOT NULL,
    file         jsonb NOT NULL
);
CREATE INDEX case_file_by_opening ON casework.case_file (opened_at DESC, id);
CREATE INDEX case_file_by_town ON casework.case_file (town, opened_at DESC);
CREATE INDEX case_file_due ON casework.case_file (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE casework.line (
    case_id      text NOT NULL REFERENCES casework.case_file,
    number       bigint NOT NULL,
    at           timestamptz NOT NULL,
    type         text NOT NULL,
    state        text NOT NULL,
    act          jsonb NOT NULL,
    PRIMARY KEY (case_id, number)
);

CREATE TABLE casework.photo (
    case_id      text NOT NULL REFERENCES casework.case_file,
    id           text NOT NULL,
    type         text NOT NULL,
    lon          double precision NOT NULL,
    lat          double precision NOT NULL,
    taken_at     timestamptz NOT NULL,
    stored_at    timestamptz NOT NULL,
    stored_by    text NOT NULL,
    bytes        bytea NOT NULL,
    PRIMARY KEY (case_id, id)
);
CREATE INDEX photo_by_id ON casework.photo (id);
