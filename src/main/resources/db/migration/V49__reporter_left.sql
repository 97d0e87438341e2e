-- Whoever reported the ticket with that number does not live in its home any more; of a person who is replaced nothing else stays
CREATE TABLE reporter_left (
    ticket varchar(20) NOT NULL REFERENCES ticket (number),
    phone  varchar(30) NOT NULL,
    PRIMARY KEY (ticket, phone)
);
