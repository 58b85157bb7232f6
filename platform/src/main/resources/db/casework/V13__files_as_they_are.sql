-- A file is about two kilobytes, and a row of more than that was pressed together at each step: a fifth of what writing it took.
ALTER TABLE casework.case_file SET (toast_tuple_target = 4080);

-- Nobody looks for either by its whole; to gather statistics of them took the database longer than of all else.
ALTER TABLE casework.case_file ALTER COLUMN file SET STATISTICS 0;
ALTER TABLE casework.line ALTER COLUMN act SET STATISTICS 0;
