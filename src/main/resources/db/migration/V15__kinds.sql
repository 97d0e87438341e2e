-- Several kinds of ticket: whom a ticket is about and who is therefore kept out of it, and how tickets hang together
ALTER TABLE ticket ADD COLUMN recused varchar(40);
CREATE INDEX ticket_recused ON ticket (recused, id);

-- What a kind asked beyond the common facts, as it was told at intake
CREATE TABLE ticket_detail (
    ticket_id bigint        NOT NULL REFERENCES ticket (id),
    name      varchar(40)   NOT NULL,
    told      varchar(4000) NOT NULL,
    PRIMARY KEY (ticket_id, name)
);

-- Read from "ticket": it was turned into (CONVERTED), follows (FOLLOWS), or says once more the same as (REPEATS) "other"
CREATE TABLE ticket_link (
    ticket   varchar(20) NOT NULL REFERENCES ticket (number),
    other    varchar(20) NOT NULL REFERENCES ticket (number),
    relation varchar(12) NOT NULL,
    at       timestamp with time zone NOT NULL,
    by_staff varchar(40) NOT NULL,
    PRIMARY KEY (ticket, other, relation)
);
CREATE INDEX ticket_link_other ON ticket_link (other, relation);

-- For how long another report at the same place is likely to be the same matter
ALTER TABLE category ADD COLUMN window_hours integer DEFAULT 24 NOT NULL;
UPDATE category SET window_hours = 12 WHERE hazard IN ('BURST_PIPE', 'WATER_OUTAGE', 'POWER_OUTAGE');
UPDATE category SET window_hours = 6 WHERE trade = 'LIFT';
