-- What the program ships in a newer version and somebody decided not to take
CREATE TABLE studio_kept (
    model    VARCHAR(100) NOT NULL,
    -- digest of what the program ships
    shipped  VARCHAR(64)  NOT NULL,
    reason   VARCHAR(500) NOT NULL,
    kept_by  VARCHAR(40)  NOT NULL,
    kept_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (model, shipped)
);
