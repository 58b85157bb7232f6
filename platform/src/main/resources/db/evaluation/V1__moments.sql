CREATE TABLE evaluation.signal (
    rule          text NOT NULL,
    stream        bigint NOT NULL,
    at            timestamptz NOT NULL,
    observed_at   timestamptz NOT NULL,
    signalled_at  timestamptz NOT NULL,
    PRIMARY KEY (rule, stream, at)
);

CREATE TABLE evaluation.warning (
    id            text PRIMARY KEY,
    observed_at   timestamptz NOT NULL,
    signalled_at  timestamptz NOT NULL,
    received_at   timestamptz
);

CREATE TABLE evaluation.case_file (
    id            text PRIMARY KEY,
    warning       text,
    town          text NOT NULL,
    judged_at     timestamptz,
    acted_at      timestamptz
);
