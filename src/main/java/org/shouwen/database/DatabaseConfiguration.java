package org.shouwen.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one pool, with Spring Boot's settings, and how its database is brought up to date. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(DataSourceProperties settings, Patience patience) {
        PatientPool pool = new PatientPool(patience);
        pool.setJdbcUrl(settings.determineUrl());
        pool.setUsername(settings.determineUsername());
        pool.setPassword(settings.determinePassword());
        if (pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            // Without these the driver waits ten seconds for a host that is not there, and never finds out that one has
            // gone
            pool.addDataSourceProperty("connectTimeout", "2");
            pool.addDataSourceProperty("tcpKeepAlive", "true");
        }
        file(settings).ifPresent(H2File::prepare);
        return pool;
    }

    @Bean
    FlywayMigrationStrategy migration(DataSourceProperties settings, DataSource database) {
        return flyway -> {
            file(settings).ifPresent(file -> before(flyway, database, file));
            flyway.migrate();
        };
    }

    private static void before(Flyway flyway, DataSource database, H2File file) {
        try (Connection connection = database.getConnection()) {
            file.hide();
            if (flyway.info().pending().length > 0) {
                file.copy(connection);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("数据库文件 " + file.database() + " 不能备份：" + e.getMessage(), e);
        }
    }

    /** The engine has made its tables, too, and nothing runs yet: neither page nor job. */
    @Bean
    SmartLifecycle migrationEnds(DataSourceProperties settings) {
        return new SmartLifecycle() {
            private boolean ended;

            @Override
            public void start() {
                file(settings).ifPresent(H2File::migrated);
                ended = true;
            }

            @Override
            public void stop() {
                ended = false;
            }

            @Override
            public boolean isRunning() {
                return ended;
            }

            @Override
            public int getPhase() {
                return Integer.MIN_VALUE;
            }
        };
    }

    private static Optional<H2File> file(DataSourceProperties settings) {
        return H2File.of(settings.determineUrl());
    }
}
