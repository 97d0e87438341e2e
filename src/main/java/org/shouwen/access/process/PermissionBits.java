package org.shouwen.access.process;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;

/**
 * Lets permissions be checked on H2. The engine speaks PostgreSQL to our H2, which runs in PostgreSQL mode, but H2 knows
 * no {@code &} for the bits of a permission in any mode: there it must be {@code BITAND}. The engine reads these words
 * when it is built, so each engine finds those of its own database.
 */
final class PermissionBits {

    private PermissionBits() {}

    static void speak(DataSource dataSource) {
        boolean h2 = isH2(dataSource);
        DbSqlSessionFactory.databaseSpecificBitAnd1.put(DbSqlSessionFactory.POSTGRES, h2 ? "BITAND(" : "");
        DbSqlSessionFactory.databaseSpecificBitAnd2.put(DbSqlSessionFactory.POSTGRES, h2 ? ",CAST(" : " & ");
        DbSqlSessionFactory.databaseSpecificBitAnd3.put(DbSqlSessionFactory.POSTGRES, h2 ? " AS BIGINT))" : "");
    }

    private static boolean isH2(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return "H2".equals(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask the database who it is", e);
        }
    }
}
