package org.shouwen.worksite.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How moments and sets of codes lie in the tables. */
final class Rows {

    private Rows() {}

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return moment(row, column).orElseThrow();
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static String codes(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    static <E extends Enum<E>> Set<E> codes(String stored, Class<E> type) {
        return Arrays.stream(stored.split(","))
                .filter(code -> !code.isEmpty())
                .map(code -> Enum.valueOf(type, code))
                .collect(Collectors.toSet());
    }
}
