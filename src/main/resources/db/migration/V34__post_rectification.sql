-- The third broken promise of a post in a month (D3): whoever is above the post puts it right, once a post and month
CREATE SEQUENCE post_rectification_id START WITH 1 INCREMENT BY 1;
CREATE TABLE post_rectification (
    id             bigint       NOT NULL PRIMARY KEY,
    post           varchar(60)  NOT NULL,
    year_and_month varchar(7)   NOT NULL,
    ticket         varchar(20)  NOT NULL,
    person         varchar(40)  NOT NULL,
    due_at         timestamp with time zone NOT NULL,
    opened_at      timestamp with time zone NOT NULL,
    ended_at       timestamp with time zone,
    ended_by       varchar(40),
    cause          varchar(1000),
    measures       varchar(1000),
    CONSTRAINT post_rectification_once UNIQUE (post, year_and_month)
);
