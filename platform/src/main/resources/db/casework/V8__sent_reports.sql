-- What a sender named its report, so that the same report sent again finds its case.
CREATE TABLE casework.sent_report (
    staff        text NOT NULL,
    key          text NOT NULL,
    case_id      text NOT NULL REFERENCES casework.case_file,
    PRIMARY KEY (staff, key)
);
