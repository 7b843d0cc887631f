package io.touchpoint.bench;

import java.time.Duration;

/** Runs what is due in db-scheduler, in a process of its own. */
final class DbSchedulerWorker {

    private DbSchedulerWorker() {
    }

    public static void main(String[] arguments) {
        Child.endWithWhoStartedIt();
        Postgres postgres = Postgres.at(arguments[0]);
        DbScheduler.scheduler(postgres, DbScheduler.task((id) -> {
            postgres.update("insert into runs values (?, ?)", id, DbScheduler.QUESTION);
            Engine.takeTime();
        })).heartbeatInterval(Duration.ofSeconds(2)).missedHeartbeatsLimit(4).build().start();
        System.out.println(Engine.READY);
    }

}
