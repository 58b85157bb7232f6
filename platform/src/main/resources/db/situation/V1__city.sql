-- What the map shows, each thing as it stood after its newest event, and how far the journal was read.

CREATE TABLE situation.thing (
    kind       text NOT NULL,
    id         text NOT NULL,
    number     bigint NOT NULL,
    town       text NOT NULL,
    ended      boolean NOT NULL,
    changed_at timestamptz NOT NULL,
    body       text NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE INDEX thing_number ON situation.thing (number);
CREATE INDEX thing_open ON situation.thing (kind, number) WHERE NOT ended;

CREATE TABLE situation.progress (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    number bigint NOT NULL
);

INSERT INTO situation.progress (number) VALUES (0);
