package org.shouwen.credential.internal;

import java.time.Instant;
import java.util.Optional;
import org.shouwen.credential.Credentials;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verifiable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Credentials signed with the secret of this desk. */
@Component
class SignedCredentials implements Credentials {

    private static final Verdict NOT_OURS = Verdict.unknown("二维码不是本物业签发的，或者被改动过，请当作无效。");
    private static final Verdict GONE = Verdict.unknown("二维码是本物业签发的，但已查不到对应的凭证，请当作无效。");

    private final SingletonSupplier<Seal> seal;
    private final ObjectProvider<Verifiable<?>> papers;
    private final String publicUrl;

    SignedCredentials(
            JdbcSecret secret,
            ObjectProvider<Verifiable<?>> papers,
            @Value("${shouwen.public-url:http://localhost:8080}") String publicUrl) {
        this.seal = SingletonSupplier.of(() -> new Seal(secret.bytes()));
        this.papers = papers;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    @Override
    public String token(String kind, String subject, int issue) {
        return seal.obtain().token(new Reference(kind, subject, issue));
    }

    @Override
    public String link(String token) {
        return publicUrl + "/v/" + token;
    }

    @Override
    public Optional<Reference> read(String token) {
        return seal.obtain().read(token);
    }

    @Override
    public Verdict verify(String token, Instant at) {
        return read(token)
                .map(paper -> verifiable(paper.kind())
                        .map(kind -> kind.verify(paper.subject(), paper.issue(), at))
                        .orElse(GONE))
                .orElse(NOT_OURS);
    }

    @Override
    public Optional<String> staffPage(String token) {
        return read(token)
                .flatMap(paper -> verifiable(paper.kind()).flatMap(kind -> kind.staffPage(token, paper.subject())));
    }

    private Optional<Verifiable<?>> verifiable(String kind) {
        return papers.stream().filter(paper -> paper.kind().equals(kind)).findFirst();
    }

    @Override
    public byte[] qr(String text) {
        return new QrCode(text).png();
    }
}
