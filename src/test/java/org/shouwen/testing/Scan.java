package org.shouwen.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A paper in the hand, and a phone that scans it. */
public final class Scan {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PUBLIC_URL = "http://localhost:8080";
    private static final Path FOLDER = Path.of("target", "papers");

    private final String base;

    public Scan(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /**
     * Fetches a PDF, and keeps it in {@code target/papers} to be looked at.
     *
     * @param token of an account, or null
     * @return the answer, whatever it is
     */
    public HttpResponse<byte[]> paper(String path, String token, String name) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> answer = send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == 200) {
            keep(name, answer.body());
        }
        return answer;
    }

    private static void keep(String name, byte[] pdf) {
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return everything that stands on the pages, without blanks and line breaks; of what is no PDF the text itself */
    public static String text(byte[] pdf) {
        if (pdf.length < 4 || pdf[0] != '%' || pdf[1] != 'P') {
            return new String(pdf, StandardCharsets.UTF_8);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s　]", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return paths on this desk that the paper's codes lead to */
    public static List<String> codes(byte[] pdf) {
        return QrReader.ofPdf(pdf).stream()
                .map(code -> {
                    if (!code.startsWith(PUBLIC_URL + "/")) {
                        throw new AssertionError("leads elsewhere: " + code);
                    }
                    return code.substring(PUBLIC_URL.length());
                })
                .toList();
    }

    /** @return the page that a phone gets on which nobody is signed in */
    public HttpResponse<String> page(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)), HttpResponse.BodyHandlers.ofString());
    }

    /** @return the page behind the paper's only address */
    public HttpResponse<String> scanned(byte[] pdf) {
        List<String> paths = codes(pdf).stream().distinct().toList();
        if (paths.size() != 1) {
            throw new AssertionError("codes on the paper: " + paths);
        }
        return page(paths.get(0));
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
