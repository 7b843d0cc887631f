package io.touchpoint.slack;

import com.google.gson.JsonObject;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The one door to Slack's Web API: each call is sent once, and its outcome is told
 * exactly, most of all whether Slack can have seen it.
 */
final class SlackWeb {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final SlackHttpClient client;

    private final OkHttpClient http;

    private final SlackSettings settings;

    SlackWeb(SlackHttpClient client, SlackSettings settings) {
        this.client = client;
        this.http = client.getOkHttpClient();
        this.settings = settings;
    }

    /** A client that sends each request once and knows whether it began to. */
    static OkHttpClient once(OkHttpClient client) {
        return client.newBuilder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(SlackWeb::watched)
            .addNetworkInterceptor(SlackWeb::begun)
            .build();
    }

    private static Response watched(Interceptor.Chain chain) throws IOException {
        Progress progress = new Progress();
        try {
            return chain.proceed(chain.request().newBuilder().tag(Progress.class, progress).build());
        }
        catch (IOException ex) {
            if (progress.begun) {
                throw ex;
            }
            throw new NeverSent(ex);
        }
    }

    private static Response begun(Interceptor.Chain chain) throws IOException {
        Progress progress = chain.request().tag(Progress.class);
        if (progress != null) {
            progress.begun = true;
        }
        return chain.proceed(chain.request());
    }

    /** Calls a method; parameters that are null are left out. */
    Reply call(SlackMethod method, Map<String, Object> parameters) {
        FormBody.Builder form = new FormBody.Builder();
        parameters.forEach((name, value) -> form.add(name, (value instanceof String text) ? text : Json.write(value)));
        try (Response response = client.postFormWithBearerHeader(settings.apiUrl() + method.path(),
                settings.botToken().value(), form.build())) {
            return reply(response);
        }
        catch (NeverSent ex) {
            return new Reply.NotSent(name(ex.getCause()));
        }
        catch (IOException ex) {
            return new Reply.Lost(name(ex));
        }
    }

    /**
     * Answers through an address that came with a request, which must be one of Slack's
     * own.
     */
    Reply respond(String responseUrl, Map<String, Object> message) {
        if (!settings.answersTo(responseUrl)) {
            return new Reply.Failed("response_url_not_slack");
        }
        Request request = new Request.Builder().url(responseUrl)
            .post(RequestBody.create(Json.write(message), JSON))
            .build();
        try (Response response = http.newCall(request).execute()) {
            return response.isSuccessful() ? new Reply.Done(new JsonObject())
                    : new Reply.Failed("http_" + response.code());
        }
        catch (NeverSent ex) {
            return new Reply.NotSent(name(ex.getCause()));
        }
        catch (IOException ex) {
            return new Reply.Lost(name(ex));
        }
    }

    private static Reply reply(Response response) throws IOException {
        if (response.code() == 429) {
            return new Reply.Limited(retryAfter(response.header("Retry-After")));
        }
        if (response.code() >= 500) {
            return new Reply.Lost("http_" + response.code());
        }
        Optional<JsonObject> body = Json.read(response.body().string());
        if (body.isEmpty()) {
            return (response.code() >= 400) ? new Reply.Failed("http_" + response.code())
                    : new Reply.Lost("answer_unreadable");
        }
        if (Json.flag(body.get(), "ok")) {
            return new Reply.Done(body.get());
        }
        String error = Json.found(body.get(), "error").orElse("unknown");
        String code = error.matches("[a-z0-9_]{1,80}") ? error : "unknown";
        return "ratelimited".equals(code) ? new Reply.Limited(retryAfter(response.header("Retry-After")))
                : new Reply.Failed(code);
    }

    private static Duration retryAfter(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("\\d{1,6}")) {
            return PAUSE;
        }
        Duration after = Duration.ofSeconds(Long.parseLong(seconds));
        return (after.compareTo(PAUSE) < 0) ? PAUSE : (after.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : after;
    }

    private static String name(@Nullable Throwable ex) {
        return (ex == null) ? "IOException" : ex.getClass().getSimpleName();
    }

    /** How far a call has come. */
    private static final class Progress {

        private volatile boolean begun;

    }

    /** A call that failed before anything of it was sent. */
    private static final class NeverSent extends IOException {

        private static final long serialVersionUID = 1L;

        NeverSent(IOException cause) {
            super(cause);
        }

    }

}
