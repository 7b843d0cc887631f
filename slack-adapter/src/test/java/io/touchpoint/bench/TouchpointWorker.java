package io.touchpoint.bench;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.touchpoint.conversation.AskCheck;
import org.bson.Document;

/** Asks what is due, in a process of its own; whether it may be asked takes its time. */
final class TouchpointWorker {

    private TouchpointWorker() {
    }

    public static void main(String[] arguments) {
        Child.endWithWhoStartedIt();
        String uri = arguments[0];
        MongoCollection<Document> performances = TouchpointEngine.performances(MongoClients.create(uri), uri);
        Deliveries.core()
            .database(uri)
            .beating()
            .property("touchpoint.at-once=" + Engine.AT_ONCE)
            .bean(AskCheck.class, (prompt, _, _) -> {
                performances.insertOne(new Document("piece", prompt));
                Engine.takeTime();
                return new AskCheck.Verdict.Ask();
            })
            .start();
        System.out.println(Engine.READY);
    }

}
