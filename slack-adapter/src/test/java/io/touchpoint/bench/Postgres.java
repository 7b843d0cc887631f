package io.touchpoint.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A PostgreSQL that commits durably, and the table in which db-scheduler keeps its jobs.
 */
final class Postgres implements AutoCloseable {

    private static final int CONNECTIONS = 20;

    private static final String JOBS = """
            create table scheduled_tasks (task_name text not null, task_instance text not null, task_data bytea,
              execution_time timestamp with time zone not null, picked boolean not null, picked_by text,
              last_success timestamp with time zone, last_failure timestamp with time zone, consecutive_failures int,
              last_heartbeat timestamp with time zone, version bigint not null, priority smallint,
              primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            """;

    private final String url;

    private final AutoCloseable server;

    private final HikariDataSource connections = new HikariDataSource();

    private Postgres(String url, AutoCloseable server) {
        this.url = url;
        this.server = server;
        connections.setJdbcUrl(url);
        connections.setMaximumPoolSize(CONNECTIONS);
    }

    /**
     * Starts one that ends with this process. Unless it is told otherwise, it is one for
     * tests, which waits for no disk.
     */
    static Postgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
            Postgres started = new Postgres(server.getJdbcUrl("postgres", "postgres"), server);
            if (!started.read("select current_setting('fsync') || current_setting('synchronous_commit')")
                .equals(List.of("onon"))) {
                throw new IllegalStateException("it does not commit durably");
            }
            started.update(JOBS);
            return started;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** One that another process has started. */
    static Postgres at(String url) {
        return new Postgres(url, () -> {
        });
    }

    String url() {
        return url;
    }

    DataSource connections() {
        return connections;
    }

    /** Does something; gives how many rows are written. */
    int update(String sql, String... values) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
        catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The first column of all rows. */
    List<String> read(String sql) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
        catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Override
    public void close() {
        connections.close();
        try {
            server.close();
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

}
