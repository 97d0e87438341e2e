package org.shouwen.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Hands out connections on which nobody waits longer than his patience lasts. H2 runs in this process and is never silent. */
class PatientPool extends HikariDataSource {

    private final Patience patience;

    PatientPool(Patience patience) {
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            connection.setNetworkTimeout(
                    Runnable::run, (int) patience.ofThisThread().toMillis());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
