-- A case's row keeps the words of its last event as the journal has them, not a file that is read out of them: reading, and what
-- was generated of it, was a sixth of what a step's statement cost. What the inbox looks for is written beside them.
ALTER TABLE casework.case_file
    ADD COLUMN event text,
    ALTER COLUMN person DROP EXPRESSION,
    ALTER COLUMN case_class DROP EXPRESSION,
    ALTER COLUMN title DROP EXPRESSION,
    ALTER COLUMN grade DROP EXPRESSION,
    ALTER COLUMN source DROP EXPRESSION;
ALTER TABLE casework.case_file ALTER COLUMN event SET STATISTICS 0;

-- An older house has them in its journal; where that says something else than the file, the file stands and the watch over the
-- tables goes on saying so.
DO $$
BEGIN
    IF to_regclass('journal.inbox') IS NOT NULL THEN
        UPDATE casework.case_file SET event = told.payload
        FROM (
            SELECT DISTINCT ON (subject) subject, payload FROM (
                SELECT subject, payload, 1 AS later, id AS number FROM journal.inbox WHERE type LIKE 'casework.%'
                UNION ALL
                SELECT subject, payload, 0, number FROM journal.entry WHERE type LIKE 'casework.%') said
            ORDER BY subject, later DESC, number DESC) told
        WHERE told.subject = case_file.id AND told.payload::jsonb -> 'now' = file;
    END IF;
END $$;
UPDATE casework.case_file SET event = jsonb_build_object('now', file) WHERE event IS NULL;
ALTER TABLE casework.case_file ALTER COLUMN event SET NOT NULL, DROP COLUMN file;
