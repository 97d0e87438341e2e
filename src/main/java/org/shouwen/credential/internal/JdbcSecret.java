package org.shouwen.credential.internal;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secret that papers are signed with: made when it is first needed, kept in the database, the same for every node. */
@Component
class JdbcSecret {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSecret(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    byte[] bytes() {
        return stored().orElseGet(() -> {
            make(clock.instant());
            return stored().orElseThrow();
        });
    }

    private Optional<byte[]> stored() {
        return jdbc.sql("SELECT secret FROM credential_secret WHERE id = 1")
                .query(byte[].class)
                .optional();
    }

    /** Two nodes that start at once agree on the first one's. */
    private void make(Instant at) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        jdbc.sql("INSERT INTO credential_secret (id, secret, made_at) VALUES (1, ?, ?) ON CONFLICT DO NOTHING")
                .param(1, secret, Types.VARBINARY)
                .param(2, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
