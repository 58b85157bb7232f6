ALTER TABLE casework.case_file ADD COLUMN request text UNIQUE;
