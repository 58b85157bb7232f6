-- Personal, as everything in this table: the telephone's digits, by which the hotline's desk finds earlier requests.
ALTER TABLE intake.contact ADD COLUMN digits text;
UPDATE intake.contact SET digits = regexp_replace(regexp_replace(body ->> 'phone', '\D', '', 'g'), '^86(?=\d{10})', '');
CREATE INDEX contact_by_digits ON intake.contact (digits) WHERE digits IS NOT NULL;
