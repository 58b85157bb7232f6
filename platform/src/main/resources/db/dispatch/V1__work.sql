CREATE TABLE dispatch.work (
    id           text PRIMARY KEY,
    origin       text NOT NULL,
    organisation text NOT NULL,
    state        text NOT NULL,
    work         jsonb NOT NULL
);
CREATE INDEX work_open_of ON dispatch.work (organisation) WHERE state = 'OPEN';
