package org.shouwen.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A resident's browser as far as his page needs one: keeps cookies, follows no redirection by itself, sends forms. */
public final class Telephone {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----resident-page-test";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    public Telephone(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** A file that is chosen in a form. */
    public record Chosen(String name, byte[] content) {}

    /** @param link address or path */
    public HttpResponse<byte[]> get(String link) {
        return send(to(link).GET());
    }

    /** Opens a link and the page it leads to. */
    public HttpResponse<byte[]> open(String link) {
        HttpResponse<byte[]> answer = get(link);
        return answer.statusCode() == 302 ? get(where(answer)) : answer;
    }

    /** Sends the form of the page that stands at {@code /r/t/{number}}. */
    public HttpResponse<byte[]> post(String number, String deed, Map<String, String> fields) {
        return postAt("/r/t/" + number, deed, fields);
    }

    /** Sends the form of any page. */
    public HttpResponse<byte[]> postAt(String page, String deed, Map<String, String> fields) {
        StringBuilder form = new StringBuilder("_csrf=" + encoded(csrfAt(page)));
        fields.forEach(
                (name, value) -> form.append('&').append(name).append('=').append(encoded(value)));
        return bareAt(page + deed, form.toString());
    }

    /** Asks with a cookie that the browser would keep for another page. */
    public HttpResponse<byte[]> getWith(String cookie, String path) {
        return send(to(path).header("Cookie", cookie).GET());
    }

    /** Sends a form that this page did not make. */
    public HttpResponse<byte[]> bare(String number, String deed, String form) {
        return bareAt("/r/t/" + number + deed, form);
    }

    public HttpResponse<byte[]> bareAt(String path, String form) {
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public HttpResponse<byte[]> upload(String number, String deed, Map<String, String> fields, Chosen... files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", null, csrf(number).getBytes(StandardCharsets.UTF_8));
        fields.forEach(
                (name, value) -> part(body, "name=\"" + name + "\"", null, value.getBytes(StandardCharsets.UTF_8)));
        for (Chosen file : files) {
            part(body, "name=\"files\"; filename=\"" + file.name() + "\"", "image/jpeg", file.content());
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(to("/r/t/" + number + deed)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String what, String type, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + what + "\r\n"
                        + (type == null ? "" : "Content-Type: " + type + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** @return the token of the page's forms; "" where it shows none */
    public String csrf(String number) {
        return csrfAt("/r/t/" + number);
    }

    /** @return the token of the forms of any page; "" where it shows none */
    public String csrfAt(String page) {
        Matcher field = CSRF.matcher(text(get(page)));
        return field.find() ? field.group(1) : "";
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** @return where the answer leads, or "" */
    public static String where(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder to(String link) {
        return HttpRequest.newBuilder(URI.create(link.startsWith("http") ? link : base + link));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
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
}
