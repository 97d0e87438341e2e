-- Who is signed in, for every node alike; only the SHA-256 of what the browser holds is kept
CREATE TABLE sign_in (
    token_hash   varchar(64)              NOT NULL PRIMARY KEY,
    account      varchar(64)              NOT NULL REFERENCES account,
    -- of the account as the person came in: with another epoch the session is over
    epoch        integer                  NOT NULL,
    signed_in_at timestamp with time zone NOT NULL,
    -- written at most once a minute
    used_at      timestamp with time zone NOT NULL
);

CREATE INDEX sign_in_account ON sign_in (account);
CREATE INDEX sign_in_used ON sign_in (used_at);
