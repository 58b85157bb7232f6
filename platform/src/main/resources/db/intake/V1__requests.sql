CREATE TABLE intake.request (
    id          text PRIMARY KEY,
    channel     text NOT NULL,
    external_id text,
    service     text NOT NULL,
    received_at timestamptz NOT NULL,
    status      text NOT NULL,
    lon         double precision NOT NULL,
    lat         double precision NOT NULL,
    body        jsonb NOT NULL,
    UNIQUE (channel, external_id)
);
CREATE INDEX request_by_time ON intake.request (received_at DESC, id DESC);
CREATE INDEX request_by_service ON intake.request (service, received_at DESC);

CREATE TABLE intake.step (
    request text NOT NULL REFERENCES intake.request,
    number  integer NOT NULL,
    body    jsonb NOT NULL,
    PRIMARY KEY (request, number)
);

-- Personal: who asked. May be erased without touching the request.
CREATE TABLE intake.contact (
    request     text PRIMARY KEY REFERENCES intake.request,
    last_digits text,
    wrong       integer NOT NULL DEFAULT 0,
    wrong_since timestamptz,
    body        jsonb NOT NULL
);
