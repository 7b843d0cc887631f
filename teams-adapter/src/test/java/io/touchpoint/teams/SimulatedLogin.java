package io.touchpoint.teams;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * MSAL's HTTP client with every address led to a simulated login, because MSAL itself
 * takes no plain http.
 */
public final class SimulatedLogin implements IHttpClient {

    private final HttpClient http = HttpClient.newHttpClient();

    private final String login;

    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Takes the root of the simulated login, without a slash at the end. */
    public SimulatedLogin(String login) {
        this.login = login;
    }

    /** Every request as method, address and body. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public HttpResponse send(HttpRequest request) throws Exception {
        requests.add(request.httpMethod() + " " + request.url() + " " + request.body());
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest
            .newBuilder(URI.create(login + request.url().getFile()));
        request.headers().forEach((name, value) -> {
            if (!"Content-Length".equalsIgnoreCase(name)) {
                builder.header(name, value);
            }
        });
        String body = (request.body() == null) ? "" : request.body();
        builder.method(request.httpMethod().name(),
                (request.httpMethod() == HttpMethod.GET) ? java.net.http.HttpRequest.BodyPublishers.noBody()
                        : java.net.http.HttpRequest.BodyPublishers.ofString(body));
        var answer = http.send(builder.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
        HttpResponse response = new HttpResponse();
        response.statusCode(answer.statusCode());
        response.body(answer.body());
        response.addHeaders(answer.headers().map());
        return response;
    }

}
