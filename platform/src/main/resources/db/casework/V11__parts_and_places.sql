-- From which case one was split off: whoever asked for the whole goes on hearing of every part.
ALTER TABLE casework.case_file ADD COLUMN split_from text REFERENCES casework.case_file;
UPDATE casework.case_file SET split_from = file #>> '{course,ties,splitFrom}'
WHERE file #>> '{course,ties,splitFrom}' IS NOT NULL;
CREATE INDEX case_file_split_from ON casework.case_file (split_from) WHERE split_from IS NOT NULL;

-- Where somebody was last is asked of the newest photos of each.
CREATE INDEX photo_by_sender ON casework.photo (stored_by, stored_at);
