-- The numbered notice: what has to be supplied is followed item by item; what was asked for later is a breach of the rule
CREATE SEQUENCE ticket_no_gz START WITH 1 INCREMENT BY 1;

CREATE TABLE one_time_notice (
    ticket       varchar(20) NOT NULL PRIMARY KEY REFERENCES ticket (number),
    number       varchar(20) NOT NULL UNIQUE,
    site         varchar(40) NOT NULL,
    listed_at    timestamp with time zone NOT NULL,
    listed_by    varchar(40) NOT NULL,
    receiver     varchar(60),
    received_how varchar(10),
    received_at  timestamp with time zone,
    received_by  varchar(40)
);
CREATE INDEX one_time_notice_month ON one_time_notice (listed_at, site);

-- Without a code: the resident only had to know it
ALTER TABLE one_time_notice_item ADD COLUMN code varchar(40);
ALTER TABLE one_time_notice_item ADD COLUMN section varchar(20);
ALTER TABLE one_time_notice_item ADD COLUMN heading varchar(60);
ALTER TABLE one_time_notice_item ADD COLUMN basis varchar(200);
ALTER TABLE one_time_notice_item ADD COLUMN later boolean DEFAULT FALSE NOT NULL;
ALTER TABLE one_time_notice_item ADD COLUMN settled_at timestamp with time zone;
ALTER TABLE one_time_notice_item ADD COLUMN settled_by varchar(40);
ALTER TABLE one_time_notice_item ADD CONSTRAINT one_time_notice_item_code UNIQUE (ticket, code);

-- Append-only: an item that the notice had not named
CREATE TABLE one_time_notice_breach (
    ticket     varchar(20)  NOT NULL REFERENCES one_time_notice (ticket),
    position   integer      NOT NULL,
    site       varchar(40)  NOT NULL,
    reason     varchar(500) NOT NULL,
    decided_by varchar(40)  NOT NULL,
    at         timestamp with time zone NOT NULL,
    PRIMARY KEY (ticket, position)
);
CREATE INDEX one_time_notice_breach_month ON one_time_notice_breach (at, site);
