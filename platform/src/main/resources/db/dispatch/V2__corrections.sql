CREATE TABLE dispatch.correction (
    id          text PRIMARY KEY,
    case_class  text NOT NULL,
    correction  jsonb NOT NULL
);
CREATE INDEX correction_by_class ON dispatch.correction (case_class);
-- the order in which work was given out: ids of one millisecond have none
ALTER TABLE dispatch.work ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
CREATE INDEX work_by_origin ON dispatch.work (origin, number);
