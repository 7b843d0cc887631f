package io.touchpoint.teams;

import com.microsoft.bot.connector.authentication.MicrosoftAppCredentials;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * The SDK's REST clients, one for each service address, without what the SDK does on its
 * own: each request is sent once, with timeouts, and it is known whether it began to.
 */
final class Connections implements AutoCloseable {

    private static final int AT_ONCE = 256;

    private static final int AT_ONCE_PER_HOST = 64;

    private final Map<String, RestConnectorClient> clients = new ConcurrentHashMap<>();

    private final Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());

    private final ConnectionPool pool = new ConnectionPool(32, 5, TimeUnit.MINUTES);

    private final MicrosoftAppCredentials credentials;

    private final Duration patience;

    Connections(MicrosoftAppCredentials credentials, Duration patience) {
        this.credentials = credentials;
        this.patience = patience;
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE_PER_HOST);
    }

    RestConnectorClient to(String serviceUrl) {
        return clients.computeIfAbsent(serviceUrl.endsWith("/") ? serviceUrl : serviceUrl + "/", this::client);
    }

    private RestConnectorClient client(String serviceUrl) {
        OkHttpClient.Builder http = new OkHttpClient.Builder();
        RestClient.Builder rest = new RestClient.Builder(http, new Retrofit.Builder()).withBaseUrl(serviceUrl)
            .withCredentials(credentials)
            .withSerializerAdapter(new JacksonAdapter())
            .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
            .withDispatcher(dispatcher)
            .withConnectionPool(pool)
            .withUserAgent("touchpoint-bot/1")
            .withRetryStrategy(new Never());
        // The SDK's constructor has set its own cookie jar and timeouts on this builder.
        http.retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .connectTimeout(Duration.ofSeconds(3))
            .readTimeout(patience)
            .writeTimeout(patience)
            .callTimeout(patience.plusSeconds(5))
            .addNetworkInterceptor(Connections::begun);
        http.interceptors().addFirst(Connections::watched);
        return new RestConnectorClient(rest.build());
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

    @Override
    public void close() {
        dispatcher.executorService().shutdown();
        pool.evictAll();
    }

    /** Tries nothing twice. */
    private static final class Never extends RetryStrategy {

        Never() {
            super("never", false);
        }

        @Override
        public boolean shouldRetry(int count, Response response) {
            return false;
        }

    }

    /** How far a call has come. */
    private static final class Progress {

        private volatile boolean begun;

    }

    /** A call that failed before anything of it was sent. */
    static final class NeverSent extends IOException {

        private static final long serialVersionUID = 1L;

        NeverSent(@Nullable IOException cause) {
            super(cause);
        }

    }

}
