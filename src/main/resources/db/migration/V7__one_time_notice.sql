-- What a resident was told, as it was told; a ticket has one list
CREATE TABLE one_time_notice_item (
    ticket   varchar(20)  NOT NULL,
    position integer      NOT NULL,
    item     varchar(500) NOT NULL,
    PRIMARY KEY (ticket, position)
);
