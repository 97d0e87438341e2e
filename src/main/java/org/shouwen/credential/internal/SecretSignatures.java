package org.shouwen.credential.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.shouwen.credential.Signatures;
import org.springframework.stereotype.Component;

/** Of the secret that papers are signed with; a zero byte keeps these marks apart from theirs. */
@Component
class SecretSignatures implements Signatures {

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcSecret secret;

    /** Once made it stays. */
    private volatile SecretKeySpec key;

    SecretSignatures(JdbcSecret secret) {
        this.secret = secret;
    }

    @Override
    public String of(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            byte[] mark = mac.doFinal((purpose + '\0' + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec key() {
        if (key == null) {
            key = new SecretKeySpec(secret.bytes(), ALGORITHM);
        }
        return key;
    }
}
