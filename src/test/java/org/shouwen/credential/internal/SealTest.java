package org.shouwen.credential.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.credential.Credentials.Reference;

/** What a token can and cannot be. */
class SealTest {

    private static final Reference PASS = new Reference("WORKER_PASS", "CR-26-000001", 2);

    private final Seal seal = new Seal(new byte[32]);

    @Test
    void aTokenSaysWhichPaperItStandsFor() {
        String token = seal.token(PASS);
        assertThat(token).matches("[A-Za-z0-9_-]{40,70}");
        assertThat(seal.read(token)).contains(PASS);
        assertThat(seal.token(PASS)).isEqualTo(token);
    }

    @Test
    void everyAlteredCharacterIsNoticed() {
        String token = seal.token(PASS);
        for (int i = 0; i < token.length(); i++) {
            for (char other : "A9_z".toCharArray()) {
                String altered = token.substring(0, i) + other + token.substring(i + 1);
                if (!altered.equals(token)) {
                    assertThat(seal.read(altered)).as("%d %s", i, other).isEmpty();
                }
            }
        }
    }

    @Test
    void theNextIssueAndAnotherNumberNeedASignatureOfTheirOwn() {
        byte[] signed = Base64.getUrlDecoder().decode(seal.token(PASS));
        signed[new String(signed, StandardCharsets.ISO_8859_1).indexOf(" 2") + 1] = '3';
        assertThat(seal.read(Base64.getUrlEncoder().withoutPadding().encodeToString(signed)))
                .isEmpty();
    }

    @Test
    void anotherDeskDoesNotKnowIt() {
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new Seal(other).read(seal.token(PASS))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAAAAAAAAAAAAAAAAAAAA", "凭证", "a b", "!!!!", "../../etc", "A==", "%00"})
    void whatIsNoTokenIsNone(String text) {
        assertThat(seal.read(text)).isEmpty();
        assertThat(seal.read(text + seal.token(PASS) + "A" + text)).isEmpty();
        assertThat(seal.read("A".repeat(100_000) + text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pass, CR-26-000001, 1", "PASS, CR 26, 1", "PASS, '', 1", "PASS, CR-26-000001, 0", "PASS, 号-1, 1"})
    void whatCouldBeReadInTwoWaysIsNotSigned(String kind, String subject, int issue) {
        assertThatIllegalArgumentException().isThrownBy(() -> seal.token(new Reference(kind, subject, issue)));
    }
}
