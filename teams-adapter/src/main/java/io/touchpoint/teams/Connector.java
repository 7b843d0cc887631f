package io.touchpoint.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.RestException;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.ErrorResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.HttpException;

/**
 * The one door to the Bot Connector: each call is sent once, one at a time in a
 * conversation, and its outcome is told exactly.
 */
final class Connector {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final int LOCKS = 512;

    private static final int TOKEN_SECONDS = 12;

    private static final int CALL_SECONDS = 30;

    private final Connections connections;

    private final MicrosoftAppCredentials credentials;

    private final ReentrantLock[] locks = Stream.generate(ReentrantLock::new)
        .limit(LOCKS)
        .toArray(ReentrantLock[]::new);

    Connector(Connections connections, MicrosoftAppCredentials credentials) {
        this.connections = connections;
        this.credentials = credentials;
    }

    /** Says something new in a conversation. */
    Reply send(String serviceUrl, String conversation, Activity activity) {
        return call(serviceUrl, conversation, (all) -> all.sendToConversation(conversation, activity));
    }

    /** Puts a message in the place of one that stands. */
    Reply update(String serviceUrl, String conversation, String id, Activity activity) {
        activity.setId(id);
        return call(serviceUrl, conversation, (all) -> all.updateActivity(conversation, id, activity));
    }

    /** Takes a message away. */
    Reply delete(String serviceUrl, String conversation, String id) {
        return call(serviceUrl, conversation, (all) -> all.deleteActivity(conversation, id));
    }

    /**
     * Opens a direct chat or a thread.
     * @param place whose turn it takes
     */
    Reply create(String serviceUrl, String place, ConversationParameters parameters) {
        return call(serviceUrl, place, (all) -> all.createConversation(parameters));
    }

    /** Reads something; {@code query} is a name and a value. */
    Reply get(String serviceUrl, String[] path, String... query) {
        Reply noToken = noToken();
        if (noToken != null) {
            return noToken;
        }
        RestConnectorClient client = connections.to(serviceUrl);
        HttpUrl.Builder url = client.getRestClient().retrofit().baseUrl().newBuilder();
        for (String segment : path) {
            url.addPathSegment(segment);
        }
        if (query.length == 2) {
            url.addQueryParameter(query[0], query[1]);
        }
        OkHttpClient http = client.getRestClient().httpClient();
        try (Response response = http.newCall(new Request.Builder().url(url.build()).build()).execute()) {
            byte[] body = response.body().bytes();
            if (response.isSuccessful()) {
                return Json2.tree(body).<Reply>map(Reply.Done::new).orElseGet(() -> new Reply.Lost("unreadable"));
            }
            JsonNode error = Json2.read(body).<JsonNode>map((read) -> read.path("error")).orElseGet(Json2::object);
            return refused(response.code(), Json2.text(error, "code"), response.header("Retry-After"));
        }
        catch (IOException | IllegalStateException ex) {
            return broken(ex);
        }
    }

    /** A call of the SDK. */
    private interface Call {

        CompletableFuture<?> on(Conversations all);

    }

    private Reply call(String serviceUrl, String conversation, Call call) {
        Reply noToken = noToken();
        if (noToken != null) {
            return noToken;
        }
        ReentrantLock lock = locks[Math.floorMod(root(conversation).hashCode(), LOCKS)];
        lock.lock();
        try {
            Object answer = call.on(connections.to(serviceUrl).getConversations()).get(CALL_SECONDS, TimeUnit.SECONDS);
            return new Reply.Done(Json2.treeOf(answer));
        }
        catch (ExecutionException ex) {
            return broken(ex);
        }
        catch (TimeoutException ex) {
            return new Reply.Lost("timeout");
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return new Reply.Lost("interrupted");
        }
        catch (RuntimeException ex) {
            return broken(ex);
        }
        finally {
            lock.unlock();
        }
    }

    /** A conversation without the thread within it. */
    static String root(String conversation) {
        int thread = conversation.indexOf(";messageid=");
        return (thread < 0) ? conversation : conversation.substring(0, thread);
    }

    private @Nullable Reply noToken() {
        if (credentials.getAppId() == null || credentials.getAppId().isBlank()) {
            return null;
        }
        try {
            credentials.getToken().get(TOKEN_SECONDS, TimeUnit.SECONDS);
            return null;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return new Reply.NotSent("no_token");
        }
        catch (ExecutionException | TimeoutException | RuntimeException ex) {
            return new Reply.NotSent("no_token");
        }
    }

    private static Reply broken(Throwable thrown) {
        Optional<Reply> told = causes(thrown).flatMap((cause) -> told(cause).stream()).findFirst();
        return told.orElseGet(() -> new Reply.Lost(causes(thrown).filter(IOException.class::isInstance)
            .findFirst()
            .orElse(thrown)
            .getClass()
            .getSimpleName()));
    }

    private static Optional<Reply> told(Throwable cause) {
        return switch (cause) {
            case ErrorResponseException refusal -> Optional.of(refused(refusal.response().code(), code(refusal.body()),
                    refusal.response().headers().get("Retry-After")));
            case RestException refusal ->
                Optional.of(refused(refusal.response().code(), null, refusal.response().headers().get("Retry-After")));
            case HttpException refusal -> Optional.of(refused(refusal.code(), null, null));
            case Connections.NeverSent never -> Optional.of(new Reply.NotSent(name(never.getCause())));
            default -> Optional.empty();
        };
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, (one) -> one != null, Throwable::getCause).limit(10);
    }

    private static @Nullable String code(@Nullable ErrorResponse body) {
        return (body == null || body.getError() == null) ? null : body.getError().getCode();
    }

    private static Reply refused(int status, @Nullable String code, @Nullable String retryAfter) {
        if (status == 429) {
            return new Reply.Limited(pause(retryAfter));
        }
        String known = (code != null && code.matches("[A-Za-z0-9_]{1,80}")) ? code : "http_" + status;
        return (status == 408 || status >= 500) ? new Reply.Lost(known) : new Reply.Failed(status, known);
    }

    private static @Nullable Duration pause(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("\\d{1,6}")) {
            return null;
        }
        Duration pause = Duration.ofSeconds(Math.max(1, Long.parseLong(seconds)));
        return (pause.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : pause;
    }

    private static String name(@Nullable Throwable ex) {
        return (ex == null) ? "IOException" : ex.getClass().getSimpleName();
    }

}
