-- The wordings of notices, version by version; the last one is in force
CREATE TABLE notice_wording (
    -- name of its file: closed.to-resident.txt
    model   VARCHAR(100) NOT NULL,
    version INT          NOT NULL,
    content TEXT         NOT NULL,
    since   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    -- whether it came with the program, which may replace it then
    shipped BOOLEAN      NOT NULL,
    PRIMARY KEY (model, version)
);
