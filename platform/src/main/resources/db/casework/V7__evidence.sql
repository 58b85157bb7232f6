-- From here on the bytes lie in the evidence store; photos from before keep theirs.
ALTER TABLE casework.photo ALTER COLUMN bytes DROP NOT NULL;
ALTER TABLE casework.photo ADD COLUMN kind text;
ALTER TABLE casework.photo ADD COLUMN doubts text NOT NULL DEFAULT '';
