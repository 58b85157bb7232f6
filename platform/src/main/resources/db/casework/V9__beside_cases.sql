CREATE TABLE casework.supervision (
    id           text PRIMARY KEY,
    case_id      text NOT NULL REFERENCES casework.case_file,
    due_at       timestamptz,
    supervision  jsonb NOT NULL
);
CREATE INDEX supervision_by_case ON casework.supervision (case_id);
CREATE INDEX supervision_due ON casework.supervision (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE casework.appeal (
    id           text PRIMARY KEY,
    case_id      text NOT NULL UNIQUE REFERENCES casework.case_file,
    open         boolean NOT NULL,
    appeal       jsonb NOT NULL
);
CREATE INDEX appeal_open ON casework.appeal (id) WHERE open;

CREATE TABLE casework.whistle (
    id           text PRIMARY KEY,
    case_id      text NOT NULL REFERENCES casework.case_file,
    due_at       timestamptz,
    whistle      jsonb NOT NULL
);
CREATE INDEX whistle_by_case ON casework.whistle (case_id);
CREATE INDEX whistle_due ON casework.whistle (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE casework.project (
    id           text PRIMARY KEY,
    open         boolean NOT NULL,
    project      jsonb NOT NULL
);
CREATE TABLE casework.project_case (
    project_id   text NOT NULL REFERENCES casework.project,
    case_id      text NOT NULL UNIQUE REFERENCES casework.case_file,
    PRIMARY KEY (project_id, case_id)
);
