-- The door or place that the address names, whether the point is where it is, and the case that the request is part of now.
ALTER TABLE intake.request
    ADD COLUMN address_code text,
    ADD COLUMN exact boolean NOT NULL DEFAULT false,
    ADD COLUMN case_id text;
UPDATE intake.request
   SET case_id = body #>> '{progress,caseId}',
       exact = coalesce(body #>> '{spot,reach}', 'DOOR') IN ('DOOR', 'BETWEEN_DOORS', 'PLACE');

CREATE INDEX request_by_case ON intake.request (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX open_request_by_address ON intake.request (address_code, received_at) WHERE status = 'OPEN';
-- cells of a five-hundredth of a degree, some 200 m
CREATE INDEX open_request_by_cell
    ON intake.request ((floor(lon * 500)::int), (floor(lat * 500)::int), received_at) WHERE status = 'OPEN' AND exact;
