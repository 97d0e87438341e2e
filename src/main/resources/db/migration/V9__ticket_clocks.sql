-- Promises that pause, move and are given anew: one row for each cycle of a clock, the current one without a reason.
-- The primary key has no name that both databases know, so the table is laid anew.
ALTER TABLE ticket_clock RENAME TO ticket_clock_before;
CREATE TABLE ticket_clock (
    ticket_id    bigint        NOT NULL REFERENCES ticket (id),
    clock        varchar(10)   NOT NULL,
    cycle        integer       NOT NULL,
    amount       integer       NOT NULL,
    unit         varchar(12)   NOT NULL,
    source       varchar(400)  NOT NULL,
    started_at   timestamp with time zone NOT NULL,
    due_at       timestamp with time zone,
    explanation  varchar(1000) NOT NULL,
    stopped_at   timestamp with time zone,
    paused_at    timestamp with time zone,
    resumed_at   timestamp with time zone,
    left_seconds bigint,
    promised     boolean       NOT NULL,
    watched      boolean       NOT NULL,
    replaced     varchar(600),
    PRIMARY KEY (ticket_id, clock, cycle)
);
INSERT INTO ticket_clock (ticket_id, clock, cycle, amount, unit, source, started_at, due_at, explanation, stopped_at,
    promised, watched)
SELECT ticket_id, clock, 0, amount, unit, source, started_at, due_at, explanation, stopped_at, FALSE, FALSE
FROM ticket_clock_before;
DROP TABLE ticket_clock_before;

ALTER TABLE ticket ADD COLUMN transfers integer DEFAULT 0 NOT NULL;
ALTER TABLE ticket ADD COLUMN reopens integer DEFAULT 0 NOT NULL;
ALTER TABLE ticket ADD COLUMN pause_reason varchar(20);
ALTER TABLE ticket ADD COLUMN pause_reference varchar(200);
ALTER TABLE ticket ADD COLUMN pause_until timestamp with time zone;
ALTER TABLE ticket ADD COLUMN paused_at timestamp with time zone;
