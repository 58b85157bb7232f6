ALTER TABLE casework.case_file ADD COLUMN merged_into text REFERENCES casework.case_file;
CREATE INDEX case_file_merged_into ON casework.case_file (merged_into) WHERE merged_into IS NOT NULL;

-- cases from before there were ties: each stands by itself, and one asked for it
UPDATE casework.case_file SET file = jsonb_set(file, '{course}',
    ((file -> 'course') - 'request' - 'suspendedUntil' - 'inspection') || jsonb_build_object(
        'waiting', jsonb_build_object(
            'request', file #> '{course,request}', 'suspendedUntil', file #> '{course,suspendedUntil}'),
        'result', jsonb_build_object('inspection', file #> '{course,inspection}', 'callBack', NULL),
        'ties', jsonb_build_object('mergedInto', NULL, 'asked', 1, 'splitFrom', NULL, 'joint', NULL)));
