package io.touchpoint.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * db-scheduler in its fastest setting, on a PostgreSQL that commits durably; its handler
 * stores one row.
 */
final class DbScheduler implements Contestant {

    /** What its handler stores beside the id. */
    static final String QUESTION = "How was the delivery, from 1 (very bad) to 5 (very good)?";

    private static final int THREADS = 10;

    private final Postgres postgres = Postgres.start();

    private final OneTimeTask<Void> task = task(this::effect);

    private volatile CountDownLatch left = new CountDownLatch(0);

    private int loaded;

    DbScheduler() {
        postgres.update("create table effects (id text primary key, said text not null)");
    }

    private void effect(String id) {
        postgres.update("insert into effects values (?, ?)", id, QUESTION);
        left.countDown();
    }

    /** A job that is done once, with what does it. */
    static OneTimeTask<Void> task(Consumer<String> handler) {
        return Tasks.oneTime("ask").execute((instance, _) -> handler.accept(instance.getId()));
    }

    /** Its fastest setting. */
    static SchedulerBuilder scheduler(Postgres postgres, OneTimeTask<Void> task) {
        return Scheduler.create(postgres.connections(), task)
            .threads(THREADS)
            .pollingInterval(Duration.ofMillis(100))
            .pollUsingLockAndFetch(1.0, 4.0);
    }

    /** Schedules some jobs that are due. */
    static void schedule(Postgres postgres, OneTimeTask<Void> task, int from, int to) {
        Scheduler scheduler = scheduler(postgres, task).build();
        Instant past = Instant.now().minusSeconds(60);
        IntStream.range(from, to).parallel().forEach((i) -> scheduler.schedule(task.instance("o" + i), past));
        postgres.update("vacuum analyze scheduled_tasks");
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
        schedule(postgres, task, from, loaded);
    }

    @Override
    public void drain() {
        Scheduler scheduler = scheduler(postgres, task).build();
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
        if (!postgres.read("select task_instance from scheduled_tasks").isEmpty()) {
            throw new IllegalStateException("not all is done");
        }
        return postgres.update("delete from effects");
    }

    @Override
    public void close() {
        postgres.close();
    }

}
