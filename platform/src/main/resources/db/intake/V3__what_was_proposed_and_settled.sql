-- What the house proposed last, before a person settled it.
CREATE TABLE intake.proposal (
    request    text PRIMARY KEY REFERENCES intake.request,
    case_class text,
    confidence double precision NOT NULL,
    basis      text NOT NULL,
    at         timestamptz NOT NULL
);

-- As what a person filed it, and whether that was not what had been proposed.
CREATE TABLE intake.lesson (
    request    text PRIMARY KEY REFERENCES intake.request,
    case_id    text NOT NULL,
    case_class text NOT NULL,
    corrected  boolean NOT NULL,
    closed     boolean NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX lesson_by_time ON intake.lesson (at DESC) WHERE closed OR corrected;
