-- What a clock's ladder (D3) has reached: 0 the warning, 1 to 3 a supervision (督办) that somebody must acknowledge.
-- Each level once a cause and cycle, however many nodes try.
CREATE SEQUENCE escalation_id START WITH 1 INCREMENT BY 1;
CREATE TABLE escalation (
    id              bigint       NOT NULL PRIMARY KEY,
    ticket          varchar(20)  NOT NULL,
    cause           varchar(20)  NOT NULL,
    cycle           integer      NOT NULL,
    level           integer      NOT NULL,
    post            varchar(60)  NOT NULL,
    due_at          timestamp with time zone,
    at              timestamp with time zone NOT NULL,
    acknowledged_at timestamp with time zone,
    acknowledged_by varchar(40),
    decision        varchar(20),
    staff           varchar(40),
    reason          varchar(500),
    remark          varchar(500),
    cancelled_at    timestamp with time zone,
    CONSTRAINT escalation_once UNIQUE (ticket, cause, cycle, level)
);
CREATE INDEX escalation_open ON escalation (acknowledged_at, cancelled_at, level);
CREATE INDEX escalation_at ON escalation (level, at);

-- Who was asked to acknowledge, in order
CREATE TABLE escalation_person (
    escalation bigint      NOT NULL REFERENCES escalation (id),
    position   integer     NOT NULL,
    person     varchar(40) NOT NULL,
    asked_at   timestamp with time zone NOT NULL,
    PRIMARY KEY (escalation, position)
);

-- How long the promises of a ticket stood still, for the reasons' maximum (D2)
CREATE TABLE clock_pause (
    ticket     varchar(20) NOT NULL,
    since      timestamp with time zone NOT NULL,
    reason     varchar(20) NOT NULL,
    resumed_at timestamp with time zone,
    PRIMARY KEY (ticket, since)
);

-- Goes up with every change of a calendar, so that every node notices
CREATE TABLE calendar_version (
    version bigint NOT NULL PRIMARY KEY
);
INSERT INTO calendar_version (version) VALUES (0);
