-- A hundred thousand limits may pass at one moment: taken a hundred at a time, they must not be sorted anew each time.
DROP INDEX casework.case_file_due;
CREATE INDEX case_file_due ON casework.case_file (due_at, id) WHERE due_at IS NOT NULL;
