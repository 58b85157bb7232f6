-- Lets a statement that also commits say that some of the rows did not stand as they were taken for: then none is written.
CREATE FUNCTION casework.require_rows(written bigint, given bigint) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    IF written <> given THEN
        RAISE EXCEPTION '% of % cases stand as they were taken for', written, given USING ERRCODE = 'CY001';
    END IF;
    RETURN written;
END $$;
