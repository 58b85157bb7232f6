-- A case's row names the words of its last event in the journal, and keeps no copy.
ALTER TABLE casework.case_file ADD COLUMN words bigint;

-- An older house: the journal, which comes after, makes each entry's number the id of its words, and numbers what waits in its inbox.
DO $$
BEGIN
    IF to_regclass('journal.inbox') IS NOT NULL THEN
        CREATE TEMPORARY TABLE told AS
            SELECT subject, number AS words, payload FROM journal.entry WHERE type LIKE 'casework.%'
            UNION ALL
            SELECT subject, words, payload FROM (
                SELECT type, subject, payload,
                    (SELECT coalesce(max(number), 0) FROM journal.entry) + row_number() OVER (ORDER BY id) AS words
                FROM journal.inbox) waits
            WHERE type LIKE 'casework.%';
        CREATE INDEX ON told (subject);
        UPDATE casework.case_file SET words = told.words FROM told WHERE told.subject = id AND told.payload = event;
        -- somebody changed the row: what the journal says stands
        UPDATE casework.case_file SET words = (
            SELECT told.words FROM told
            WHERE told.subject = id AND told.payload::jsonb #> '{now,clocks}' IS NOT NULL ORDER BY told.words DESC LIMIT 1)
        WHERE words IS NULL;
        DROP TABLE told;
    END IF;
END $$;
-- A row of which nothing was ever told cannot be read; the watch over the tables says so.
UPDATE casework.case_file SET words = 0 WHERE words IS NULL;
ALTER TABLE casework.case_file ALTER COLUMN words SET NOT NULL, DROP COLUMN event;
ALTER TABLE casework.case_file RESET (toast_tuple_target);
