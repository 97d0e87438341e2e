package org.shouwen.credential.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Component;

/** The secret that papers are signed with: made when it is first needed, kept in the database, the same for every node. */
@Component
record JdbcSecret(Sql sql, Clock clock) {

    private static final int BYTES = 32;

    byte[] bytes() {
        return stored().orElseGet(() -> {
            make(clock.instant());
            return stored().orElseThrow();
        });
    }

    private Optional<byte[]> stored() {
        return sql.find(byte[].class, "SELECT secret FROM credential_secret WHERE id = 1");
    }

    /** Two nodes that start at once agree on the first one's. */
    private void make(Instant at) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        sql.update(
                "INSERT INTO credential_secret (id, secret, made_at) VALUES (1, ?, ?) ON CONFLICT DO NOTHING",
                secret,
                at);
    }
}
