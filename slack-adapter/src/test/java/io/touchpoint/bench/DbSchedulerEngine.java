package io.touchpoint.bench;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.util.List;
import java.util.Set;

/**
 * db-scheduler; its handler stores a row each time that it runs, and then takes its time.
 */
final class DbSchedulerEngine implements Engine {

    private final Postgres postgres = Postgres.start();

    private final OneTimeTask<Void> task = DbScheduler.task((_) -> {
    });

    DbSchedulerEngine() {
        postgres.update("create table runs (id text not null, said text not null)");
    }

    @Override
    public String name() {
        return "db-scheduler";
    }

    @Override
    public void load(int pieces) {
        postgres.update("truncate scheduled_tasks, runs");
        DbScheduler.schedule(postgres, task, 0, pieces);
    }

    @Override
    public Child work() {
        return Child.start(name(), READY, Child.java(DbSchedulerWorker.class, List.of(postgres.url())));
    }

    @Override
    public Set<String> claimed() {
        return Set.copyOf(postgres.read("select task_instance from scheduled_tasks where picked"));
    }

    @Override
    public Set<String> open() {
        return Set.copyOf(postgres.read("select task_instance from scheduled_tasks"));
    }

    @Override
    public List<String> performed() {
        return postgres.read("select id from runs");
    }

    @Override
    public List<String> effects() {
        return performed();
    }

    @Override
    public void close() {
        postgres.close();
    }

}
