package io.touchpoint.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * db-scheduler in its fastest setting, on a PostgreSQL that commits durably; its handler
 * stores one row.
 */
final class DbScheduler implements Contestant {

    private static final int THREADS = 10;

    private static final int CONNECTIONS = 20;

    private static final String TABLES = """
            create table scheduled_tasks (task_name text not null, task_instance text not null, task_data bytea,
              execution_time timestamp with time zone not null, picked boolean not null, picked_by text,
              last_success timestamp with time zone, last_failure timestamp with time zone, consecutive_failures int,
              last_heartbeat timestamp with time zone, version bigint not null, priority smallint,
              primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            create table effects (id text primary key, said text not null)
            """;

    private final EmbeddedPostgres postgres;

    private final HikariDataSource database = new HikariDataSource();

    private final OneTimeTask<Void> task;

    private volatile CountDownLatch left = new CountDownLatch(0);

    private int loaded;

    DbScheduler() {
        try {
            this.postgres = EmbeddedPostgres.start();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        database.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        database.setMaximumPoolSize(CONNECTIONS);
        run(TABLES);
        this.task = Tasks.oneTime("ask").execute((instance, _) -> effect(instance.getId()));
    }

    private void run(String sql) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private void effect(String id) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into effects values (?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, "How was the delivery, from 1 (very bad) to 5 (very good)?");
            insert.executeUpdate();
        }
        catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
        left.countDown();
    }

    private Scheduler scheduler() {
        return Scheduler.create(database, task)
            .threads(THREADS)
            .pollingInterval(Duration.ofMillis(100))
            .pollUsingLockAndFetch(1.0, 4.0)
            .build();
    }

    @Override
    public String name() {
        return "db-scheduler";
    }

    @Override
    public void load(int pieces) {
        int from = loaded;
        loaded += pieces;
        left = new CountDownLatch(pieces);
        Scheduler scheduler = scheduler();
        Instant past = Instant.now().minusSeconds(60);
        IntStream.range(from, loaded).parallel().forEach((i) -> scheduler.schedule(task.instance("o" + i), past));
        run("vacuum analyze scheduled_tasks");
    }

    @Override
    public void drain() {
        Scheduler scheduler = scheduler();
        scheduler.start();
        try {
            left.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        scheduler.stop();
    }

    @Override
    public long effects() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet open = statement.executeQuery("select count(*) from scheduled_tasks")) {
            open.next();
            if (open.getLong(1) > 0) {
                throw new IllegalStateException("not all is done");
            }
            return statement.executeUpdate("delete from effects");
        }
        catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Override
    public void close() {
        database.close();
        try {
            postgres.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
