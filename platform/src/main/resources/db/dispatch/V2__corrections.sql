CREATE TABLE dispatch.correction (
    id          text PRIMARY KEY,
    case_class  text NOT NULL,
    correction  jsonb NOT NULL
);
CREATE INDEX correction_by_class ON dispatch.correction (case_class);
CREATE INDEX work_by_origin ON dispatch.work (origin, id);
