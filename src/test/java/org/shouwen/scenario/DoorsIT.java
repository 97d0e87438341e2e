package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger can say on the wire. The desk of the tests believes a proxy at 127.0.0.1. */
@Tag("scenario")
class DoorsIT extends GuardedDesk {

    private static final int PATIENCE_MILLIS = 5_000;

    /** A caller whose residents' pages are not used up by other tests. */
    private static final String UNTIRED = "127.0.0.77";

    /** Headers promise a megabyte, which never comes: the answer must not wait for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /login",
                "POST /setup",
                "POST /desk/inbox/read",
                "POST /desk/tickets/BX-26-000001/attachments",
                "PUT /desk/tickets/BX-26-000001/attachments",
                "POST /logout",
                "POST /nope",
                "POST /v/x",
                "POST /api/tickets",
                "POST /api/tickets/BX-26-000001/attachments",
                "POST /camunda/api/engine/engine/default/task",
                "POST /r/t/BX-26-000001/files",
                "POST /r/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "POST /r/gone",
                "GET /login",
                "GET /setup",
                "GET /r/gone",
                "GET /v/x",
                "GET /style/tokens.css",
                "GET /v3/api-docs",
            })
    void filesOfNobodyAreNotWaitedFor(String line) throws IOException {
        String answer = exchange(
                UNTIRED,
                line + " HTTP/1.1\r\nHost: desk\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                        + "Content-Length: 1000000\r\n\r\n--x\r\n"
                        + "Content-Disposition: form-data; name=\"files\"; filename=\"a.jpg\"\r\n\r\nabc");
        assertThat(answer).as(line).matches("(?s)HTTP/1.1 (302|400|401|403|404|413) .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/desk", "/desk/inbox", "/camunda/app/tasklist/", "/r/t/BX-26-000001"})
    void nobodyIsSentToAHostThatTheCallerNamed(String page) throws IOException {
        assertThat(get(
                        "127.0.0.1",
                        page,
                        "X-Forwarded-For: " + UNTIRED,
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Proto: https"))
                .contains("Location: /")
                .doesNotContain("evil.example");
        assertThat(exchange(UNTIRED, "GET " + page + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .contains("Location: /")
                .doesNotContain("evil.example");
    }

    @Test
    void behindAProxyWithTlsCookiesAreSecureAndOfThisHostAloneAndBrowsersAreToldToStay() throws IOException {
        String answer = get("127.0.0.1", "/login", "X-Forwarded-Proto: https");
        assertThat(answer)
                .contains("Strict-Transport-Security: max-age=31536000")
                .containsPattern("Set-Cookie: __Host-shouwen-form=[^;]+; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(get("127.0.0.1", "/login"))
                .doesNotContain("Strict-Transport-Security")
                .contains("Set-Cookie: shouwen-form=");
    }

    @Test
    void onlyTheProxyIsBelieved() throws IOException {
        assertThat(get("127.0.0.2", "/login", "X-Forwarded-Proto: https"))
                .doesNotContain("Strict-Transport-Security")
                .doesNotContain("__Host-");
    }

    private String get(String from, String path, String... headers) throws IOException {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return exchange(
                from,
                "GET " + path + " HTTP/1.1\r\nHost: desk\r\nAccept: text/html\r\n" + more
                        + "Connection: close\r\n\r\n");
    }

    /** @return the beginning of the answer */
    private String exchange(String from, String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] answer = new byte[4_000];
            int length = socket.getInputStream().readNBytes(answer, 0, 12);
            length += Math.max(0, socket.getInputStream().read(answer, length, answer.length - length));
            return new String(answer, 0, length, StandardCharsets.UTF_8);
        }
    }
}
