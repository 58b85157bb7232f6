-- Where a case is, as finely as the standard counts (单元网格), for telling what came back; and what its handling took.
ALTER TABLE evaluation.case_fact
    ADD COLUMN unit       text,
    ADD COLUMN crew_hours double precision,
    ADD COLUMN kilometres double precision;
CREATE INDEX case_fact_by_first_contact ON evaluation.case_fact (contacted_at) WHERE contacted_at IS NOT NULL;
CREATE INDEX case_fact_by_unit ON evaluation.case_fact (reported_at) INCLUDE (class, unit)
    WHERE unit IS NOT NULL AND filed_at IS NOT NULL AND merged_at IS NULL;
