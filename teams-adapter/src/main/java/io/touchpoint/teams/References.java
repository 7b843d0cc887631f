package io.touchpoint.teams;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.touchpoint.chat.Address;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Where people and channels of Teams can be written to, tenant by tenant. */
@Component
class References {

    private static final int CARDS = 20;

    private final MongoOperations mongo;

    References(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** What is known of an address. */
    Optional<ChatReference> of(Address address) {
        return Optional.ofNullable(mongo.findById(address.key(), ChatReference.class));
    }

    /** The person whom this bot knows under this id. */
    Optional<ChatReference> byUserId(Address near, String userId) {
        return Optional.ofNullable(
                mongo.findOne(query(where("home").is(home(near)).and("userId").is(userId)), ChatReference.class));
    }

    /** A person whose e-mail address was once told. */
    Optional<ChatReference> byEmail(Address near, String email) {
        return Optional.ofNullable(
                mongo.findOne(query(where("home").is(home(near)).and("email").is(email.toLowerCase(Locale.ROOT))),
                        ChatReference.class));
    }

    /** The teams that the bot is in, one channel of each. */
    List<ChatReference> teams(Address near) {
        Set<String> seen = new HashSet<>();
        return mongo
            .find(query(where("home").is(home(near)).and("teamId").exists(true).and("type").is("channel")),
                    ChatReference.class)
            .stream()
            .filter((one) -> one.gone() == null && one.serviceUrl() != null && seen.add(String.valueOf(one.teamId())))
            .toList();
    }

    /** The newest thing that is known of a tenant: it names its service. */
    Optional<ChatReference> newest(Address near) {
        Query newest = query(where("home").is(home(near)).and("serviceUrl").exists(true))
            .with(Sort.by(Sort.Direction.DESC, "seenAt"))
            .limit(1);
        return Optional.ofNullable(mongo.findOne(newest, ChatReference.class));
    }

    /**
     * Keeps what an activity says of an address.
     * @param back whether it can be written to again from now on
     */
    void seen(Address address, Facts facts, boolean back, Instant now) {
        Update update = new Update().set("home", home(address)).set("seenAt", now);
        facts.into(update);
        if (back) {
            update.unset("gone");
        }
        upsert(address, update);
    }

    /** What is known of an address; null for what was not said. */
    record Facts(@Nullable String userId, @Nullable String aadObjectId, @Nullable String name, @Nullable String email,
            @Nullable String conversationId, @Nullable String type, @Nullable String serviceUrl, @Nullable String botId,
            @Nullable String teamId, @Nullable String aadGroupId, @Nullable String membership, @Nullable String locale,
            @Nullable String zone) {

        private void into(Update update) {
            put(update, "userId", userId);
            put(update, "aadObjectId", aadObjectId);
            put(update, "name", name);
            put(update, "email", (email == null) ? null : email.toLowerCase(Locale.ROOT));
            put(update, "conversationId", conversationId);
            put(update, "type", type);
            put(update, "serviceUrl", serviceUrl);
            put(update, "botId", botId);
            put(update, "teamId", teamId);
            put(update, "aadGroupId", aadGroupId);
            put(update, "membership", membership);
            put(update, "locale", locale);
            put(update, "zone", zone);
        }

        private static void put(Update update, String name, @Nullable String value) {
            if (value != null) {
                update.set(name, value);
            }
        }

    }

    /** Keeps the direct chat that was opened with a person. */
    void opened(Address person, String conversationId) {
        upsert(person,
                new Update().set("home", home(person)).set("conversationId", conversationId).set("type", "personal"));
    }

    /** Nothing can be sent there until the next install or message. */
    void gone(Address address, String why, Instant now) {
        mongo.updateFirst(byId(address), new Update().set("gone", new ChatReference.Note(now, why)),
                ChatReference.class);
    }

    /** Every channel of a team is gone, or back. */
    void team(Address near, String teamId, Update update) {
        mongo.updateMulti(query(where("home").is(home(near)).and("teamId").is(teamId).and("type").is("channel")),
                update, ChatReference.class);
    }

    /** Remembers a card that stands there now. */
    void succeeded(Address address, String message, String token, Instant now) {
        mongo.updateFirst(byId(address),
                new Update().set("succeededAt", now)
                    .push("sent")
                    .slice(-CARDS)
                    .each(new ChatReference.Sent(message, token)),
                ChatReference.class);
    }

    void failed(Address address, String why, Instant now) {
        mongo.updateFirst(byId(address), new Update().set("failed", new ChatReference.Note(now, why)),
                ChatReference.class);
    }

    /** Whether this is the first time that somebody is to be greeted. */
    boolean greet(Address address, Instant now) {
        return mongo
            .updateFirst(query(where("_id").is(address.key()).and("greetedAt").exists(false)),
                    new Update().set("greetedAt", now), ChatReference.class)
            .getModifiedCount() == 1;
    }

    private void upsert(Address address, Update update) {
        try {
            mongo.upsert(byId(address), update, ChatReference.class);
        }
        catch (DuplicateKeyException _) {
            // Another activity of the same place was first: now there is one to change.
            mongo.upsert(byId(address), update, ChatReference.class);
        }
    }

    private static Query byId(Address address) {
        return query(where("_id").is(address.key()));
    }

    private static String home(Address address) {
        return address.workspace() + "|" + address.platform() + "|" + address.tenant();
    }

}
