-- One row a case, as it stands: what the figures are made of. Told again, a number that was heard before changes nothing.
CREATE TABLE evaluation.case_fact (
    id                text PRIMARY KEY,
    number            bigint NOT NULL,
    heard_at          timestamptz NOT NULL,
    town              text NOT NULL,
    grid              text NOT NULL,
    class             text NOT NULL,
    kind              text NOT NULL,
    source            text NOT NULL,
    requested         boolean NOT NULL,
    reporter          text NOT NULL,
    state             text NOT NULL,
    organisation      text NOT NULL,
    level             text,
    person            text,
    reported_at       timestamptz NOT NULL,
    filed_at          timestamptz,
    dispatched_at     timestamptz,
    handled_at        timestamptz,
    closed_at         timestamptz,
    due_at            timestamptz NOT NULL,
    suspended_at      timestamptz,
    returns           integer NOT NULL,
    reworks           integer NOT NULL,
    extensions        integer NOT NULL,
    suspensions       integer NOT NULL,
    passed            integer NOT NULL,
    failed            integer NOT NULL,
    closing_hours     double precision,
    contacted_at      timestamptz,
    contact_due_at    timestamptz,
    called_back_at    timestamptz,
    resolved          boolean,
    satisfied         boolean,
    appeal_granted_at timestamptz,
    merged_at         timestamptz
);
CREATE INDEX case_fact_by_report ON evaluation.case_fact (reported_at);
CREATE INDEX case_fact_by_filing ON evaluation.case_fact (filed_at);
CREATE INDEX case_fact_by_deadline ON evaluation.case_fact (due_at);
CREATE INDEX case_fact_by_closing ON evaluation.case_fact (closed_at);
CREATE INDEX case_fact_by_merging ON evaluation.case_fact (merged_at) WHERE merged_at IS NOT NULL;
CREATE INDEX case_fact_by_call_back ON evaluation.case_fact (called_back_at) WHERE called_back_at IS NOT NULL;
CREATE INDEX case_fact_by_contact ON evaluation.case_fact (contact_due_at) WHERE contact_due_at IS NOT NULL;

-- One row a turn: a case on one desk, from the entry that laid it there to the one that took it away.
CREATE TABLE evaluation.act_fact (
    case_id           text NOT NULL REFERENCES evaluation.case_fact ON DELETE CASCADE,
    number            bigint NOT NULL,
    desk              text NOT NULL,
    post              text NOT NULL,
    organisation      text NOT NULL,
    person            text,
    opened_at         timestamptz NOT NULL,
    due_at            timestamptz,
    paused_at         timestamptz,
    ended_at          timestamptz,
    outcome           text,
    in_time           boolean,
    undone            boolean NOT NULL DEFAULT false,
    counted_from      timestamptz,
    working_seconds   bigint NOT NULL DEFAULT 0,
    elapsed_seconds   bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (case_id, number)
);
CREATE INDEX act_fact_by_opening ON evaluation.act_fact (opened_at);
CREATE INDEX act_fact_by_deadline ON evaluation.act_fact (due_at);
CREATE INDEX act_fact_by_end ON evaluation.act_fact (ended_at);
