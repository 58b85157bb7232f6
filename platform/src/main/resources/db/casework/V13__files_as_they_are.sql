-- A file is about two kilobytes, and a row of more than that was pressed together at each step: a fifth of what writing it took.
ALTER TABLE casework.case_file SET (toast_tuple_target = 4080);
