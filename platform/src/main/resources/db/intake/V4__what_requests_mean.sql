-- Meanings of requests that were held against another, each read once.
CREATE TABLE intake.meaning (
    request text PRIMARY KEY REFERENCES intake.request,
    vector  bytea NOT NULL
);
