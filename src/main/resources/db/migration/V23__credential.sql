-- The secret that papers are signed with. Whoever reads it can make valid papers; a new one invalidates all that are out
CREATE TABLE credential_secret (
    id      integer NOT NULL PRIMARY KEY CHECK (id = 1),
    secret  bytea   NOT NULL,
    made_at timestamp with time zone NOT NULL
);
