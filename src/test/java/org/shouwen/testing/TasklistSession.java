package org.shouwen.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser as far as Tasklist needs one: signs in at our login page, keeps cookies, sends the webapp's CSRF token. */
public final class TasklistSession {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private String csrf;

    private TasklistSession(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Nobody is signed in. */
    public static TasklistSession anonymous(int port) {
        return new TasklistSession(port);
    }

    public static TasklistSession signedIn(int port, String account, String password) {
        TasklistSession session = new TasklistSession(port);
        Matcher token = CSRF.matcher(session.get("/login").text());
        if (!token.find()) {
            throw new IllegalStateException("the login page has no CSRF field");
        }
        HttpResponse<String> answer = session.send(session.to("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + encoded(account) + "&password="
                        + encoded(password) + "&_csrf=" + encoded(token.group(1)))));
        String landed = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || landed.contains("/login")) {
            throw new IllegalStateException(account + " cannot sign in: " + answer.statusCode() + " " + landed);
        }
        // Camunda's filter hands out its token with the first page
        session.get("/camunda/app/tasklist/default/");
        return session;
    }

    /**
     * Sends a form of a staff page.
     *
     * @param headers names and values in turn
     */
    public Api.Answer form(String path, Map<String, String> inputs, String... headers) {
        StringBuilder form = new StringBuilder("_csrf=" + encoded(csrf()));
        inputs.forEach((name, text) -> form.append('&').append(name).append('=').append(encoded(text)));
        HttpRequest.Builder request = to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = send(request);
        return new Api.Answer(response.statusCode(), Api.parsed(response.body()), response.body());
    }

    /** Sends whatever it is, with the token of our forms. */
    public Api.Answer send(String verb, String path, byte[] body, List<String> headers) {
        HttpRequest.Builder request =
                to(path).header("X-CSRF-TOKEN", csrf()).method(verb, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        HttpResponse<String> response = send(request);
        return new Api.Answer(response.statusCode(), Api.parsed(response.body()), response.body());
    }

    /** Sends a form with files as a browser does: the token is its first field, so that the form is read to find it. */
    public Api.Answer upload(String path, String boundary, byte[] parts) {
        byte[] token = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf()
                        + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response =
                send(to(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(token, parts))));
        return new Api.Answer(response.statusCode(), Api.parsed(response.body()), response.body());
    }

    private String csrf() {
        if (csrf == null) {
            // Who is not signed in has the one of the login
            csrf = Stream.of("/desk/password", "/login")
                    .flatMap(page -> CSRF.matcher(get(page).text()).results())
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
        }
        return csrf;
    }

    /** @param path below the engine's REST root, for example {@code /task/count} */
    public Api.Answer engine(String method, String path, String json) {
        return call(method, ENGINE + path, json);
    }

    public Api.Answer engine(String path) {
        return engine("GET", path, null);
    }

    public Api.Answer get(String path) {
        return call("GET", path, null);
    }

    /**
     * @param path sent as it is
     * @param json body, or null
     * @param headers names and values in turn
     */
    public Api.Answer call(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = to(path).method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (!method.equals("GET") && !List.of(headers).contains("X-XSRF-TOKEN")) {
            cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = send(request);
        return new Api.Answer(response.statusCode(), Api.parsed(response.body()), response.body());
    }

    /** @return all of them, as a request sends them */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @return a JSON string with its quotes */
    public static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
