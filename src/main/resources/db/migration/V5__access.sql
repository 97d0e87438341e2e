-- Who may come in. No foreign key leaves this module: a username equals a staff code by agreement, not by constraint.

CREATE TABLE account (
    username        varchar(64)              NOT NULL PRIMARY KEY,
    password_hash   varchar(100)             NOT NULL,
    enabled         boolean                  NOT NULL,
    -- counts up when the password changes or the account is disabled: sessions of an earlier epoch are over
    sign_in_epoch   integer                  NOT NULL,
    created_at      timestamp with time zone NOT NULL,
    password_set_at timestamp with time zone NOT NULL
);

CREATE TABLE account_role (
    account   varchar(64) NOT NULL REFERENCES account,
    role_name varchar(20) NOT NULL,
    PRIMARY KEY (account, role_name)
);

-- Only the SHA-256 of a token is kept; the token itself is shown once
CREATE TABLE api_token (
    token_hash varchar(64)              NOT NULL PRIMARY KEY,
    account    varchar(64)              NOT NULL REFERENCES account,
    label      varchar(100)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);

CREATE INDEX api_token_account ON api_token (account);

-- The one-time link by which the first administrator signs up; at most one row
CREATE TABLE setup_token (
    token_hash varchar(64)              NOT NULL PRIMARY KEY,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
