-- A hundred thousand limits may pass at one moment: taken a hundred at a time, they must not be sorted anew each time.
DROP INDEX casework.case_file_due;
CREATE INDEX case_file_due ON casework.case_file (due_at, id) WHERE due_at IS NOT NULL;

-- Each step of a case writes its row into every index anew, so only what is looked for stands in one.
ALTER TABLE casework.case_file DROP CONSTRAINT case_file_warning_key, DROP CONSTRAINT case_file_request_key;
CREATE UNIQUE INDEX case_file_of_warning ON casework.case_file (warning) WHERE warning IS NOT NULL;
CREATE UNIQUE INDEX case_file_of_request ON casework.case_file (request) WHERE request IS NOT NULL;
-- a town's newest are found among all newest
DROP INDEX casework.case_file_by_town;

-- A line is written by the statement that writes its case, and neither is ever taken away.
ALTER TABLE casework.line DROP CONSTRAINT line_case_id_fkey;
