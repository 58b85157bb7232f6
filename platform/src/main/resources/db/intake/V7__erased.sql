-- When the words of who asked were erased; null while they are kept.
ALTER TABLE intake.request ADD COLUMN erased_at timestamptz;
