-- What the inbox looks for. Generated where the file says it as it is; the deadline is the earliest of the clocks that run,
-- 9999-12-31 where none does, so that such a case stands last.
ALTER TABLE casework.case_file
    ADD COLUMN deadline_at timestamptz NOT NULL DEFAULT '9999-12-31 00:00:00+00',
    ADD COLUMN person      text GENERATED ALWAYS AS (file #>> '{holder,person}') STORED,
    ADD COLUMN case_class  text GENERATED ALWAYS AS (file #>> '{matter,caseClass}') STORED,
    ADD COLUMN title       text GENERATED ALWAYS AS (file #>> '{matter,title}') STORED,
    ADD COLUMN grade       text GENERATED ALWAYS AS (file #>> '{matter,grade}') STORED,
    ADD COLUMN source      text GENERATED ALWAYS AS (file #>> '{origin,source}') STORED;

UPDATE casework.case_file SET deadline_at = coalesce(least(
        CASE WHEN file #>> '{clocks,business,pausedAt}' IS NULL
             THEN (file #>> '{clocks,business,dueAt}')::timestamptz END,
        CASE WHEN file #>> '{clocks,holder,pausedAt}' IS NULL
             THEN (file #>> '{clocks,holder,dueAt}')::timestamptz END),
    '9999-12-31 00:00:00+00')
WHERE NOT ended;

-- One lane each: all, what a person has, what an organisation has, what lies in a town, and what came back of these.
CREATE INDEX case_file_open ON casework.case_file (deadline_at, id) WHERE NOT ended;
CREATE INDEX case_file_of_person ON casework.case_file (person, deadline_at, id) WHERE NOT ended AND person IS NOT NULL;
CREATE INDEX case_file_of_organisation ON casework.case_file (organisation, deadline_at, id) WHERE NOT ended;
CREATE INDEX case_file_of_town ON casework.case_file (town, deadline_at, id) WHERE NOT ended;
CREATE INDEX case_file_back ON casework.case_file (deadline_at, id)
    WHERE state IN ('RETURNED', 'INSPECTION_FAILED');
CREATE INDEX case_file_back_in_town ON casework.case_file (town, deadline_at, id)
    WHERE state IN ('RETURNED', 'INSPECTION_FAILED');
CREATE INDEX case_file_back_at ON casework.case_file (organisation, deadline_at, id)
    WHERE state IN ('RETURNED', 'INSPECTION_FAILED');

-- 关注: who keeps an eye on which case.
CREATE TABLE casework.watched (
    person   text NOT NULL,
    case_id  text NOT NULL REFERENCES casework.case_file,
    since    timestamptz NOT NULL,
    PRIMARY KEY (person, case_id)
);
