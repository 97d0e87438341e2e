package org.shouwen.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.shouwen.problem.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Which passwords are good enough, and how they are kept: bcrypt over SHA-384, so that bcrypt's limit of 72 bytes does
 * not cut long Chinese sentences.
 */
@Component
class Passwords {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    /** The commonest passwords of eight characters and more; shorter ones are refused anyway. */
    private static final Set<String> COMMONEST = Set.of(
            "00000000",
            "000000000",
            "01234567",
            "0123456789",
            "0987654321",
            "1111111111",
            "11111111",
            "11223344",
            "112233445566",
            "12121212",
            "123123123",
            "123123123123",
            "1234567890",
            "123456789",
            "12345678",
            "123456789a",
            "12345678a",
            "123456abc",
            "1234qwer",
            "12344321",
            "123321123",
            "1314520520",
            "13145200",
            "147258369",
            "159357456",
            "1q2w3e4r",
            "1q2w3e4r5t",
            "1qaz2wsx",
            "1qazxsw2",
            "22222222",
            "520131400",
            "5201314520",
            "55555555",
            "5845201314",
            "66666666",
            "77777777",
            "789456123",
            "8888888888",
            "88888888",
            "87654321",
            "987654321",
            "9876543210",
            "99999999",
            "a12345678",
            "a123456789",
            "a1234567",
            "a1b2c3d4",
            "aa123456",
            "aa12345678",
            "aaaaaaaa",
            "aaa123456",
            "abc12345",
            "abc123456",
            "abcd1234",
            "abcdefgh",
            "admin123",
            "admin1234",
            "admin123456",
            "adminadmin",
            "administrator",
            "asd123456",
            "asdasdasd",
            "asdf1234",
            "asdfghjk",
            "asdfghjkl",
            "baseball",
            "camunda123",
            "changeme",
            "computer",
            "dearbook",
            "demodemo",
            "football",
            "iloveyou",
            "letmein1",
            "letmein123",
            "p@ssw0rd",
            "p@ssword",
            "passw0rd",
            "password",
            "password1",
            "password12",
            "password123",
            "princess",
            "q1w2e3r4",
            "qazwsxedc",
            "qq123456",
            "qq123456789",
            "qwer1234",
            "qwerasdf",
            "qwertyui",
            "qwertyuiop",
            "qwerty123",
            "shouwen1",
            "shouwen123",
            "sunshine",
            "superman",
            "welcome1",
            "welcome123",
            "woaini123",
            "woaini1314",
            "woaini520",
            "woaini5201314",
            "wuye1234",
            "wuye123456",
            "xiazhili",
            "zxcvbnm1",
            "zxcvbnm123");

    /** Of every account of the demo; anybody can read it. */
    private static final String OUR_NAME = "shouwen";

    private static final int FEW = 4;
    private static final String OF_THE_DEMO = "shouwen-demo";

    private final BCryptPasswordEncoder bcrypt;
    private final String hashOfNobody;
    private final boolean demo;

    @Autowired
    Passwords(@Value("${shouwen.access.bcrypt-strength:12}") int strength, Environment environment) {
        this(strength, environment.matchesProfiles("demo"));
    }

    Passwords(int strength, boolean demo) {
        this.demo = demo;
        this.bcrypt = new BCryptPasswordEncoder(strength);
        this.hashOfNobody = hash(SecretToken.random().text());
    }

    /** Refuses a password that is too short, too long, too common or the name of the account. */
    void check(String username, String password) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw Refusal.invalid("password-too-short", "password", "密码至少要 " + SHORTEST + " 个字符");
        }
        if (length > LONGEST) {
            throw Refusal.invalid("password-too-long", "password", "密码最多 " + LONGEST + " 个字符");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (COMMONEST.contains(plain)
                || !demo && plain.equals(OF_THE_DEMO)
                || isRepeated(plain)
                || isLittleMoreThan(username.toLowerCase(Locale.ROOT), plain)
                || isLittleMoreThan(OUR_NAME, plain)) {
            throw Refusal.invalid("password-too-common", "password", "这个密码太常见，容易被猜中，请换一个");
        }
    }

    /** A few characters over and over, abababab, or one of them, but for one more at most: aaaaaaaab. */
    private static boolean isRepeated(String plain) {
        boolean one = plain.codePoints()
                .anyMatch(c -> plain.codePoints().filter(other -> other != c).count() <= 1);
        return one
                || IntStream.rangeClosed(2, plain.length() / 2)
                        .anyMatch(period -> plain.regionMatches(period, plain, 0, plain.length() - period));
    }

    /** The name of the account or of the product, perhaps twice, and a few characters more, a year for example. */
    private static boolean isLittleMoreThan(String name, String plain) {
        return plain.contains(name) && plain.replace(name, "").length() <= FEW;
    }

    String hash(String password) {
        return bcrypt.encode(digest(password));
    }

    boolean matches(String password, String hash) {
        return bcrypt.matches(digest(password), hash);
    }

    /** Takes as long as {@link #matches}, so that an unknown account cannot be told from a wrong password. */
    void compareWithNobody(String password) {
        bcrypt.matches(digest(password), hashOfNobody);
    }

    private static String digest(String password) {
        String normal = "shouwen:" + Normalizer.normalize(password, Normalizer.Form.NFKC);
        try {
            byte[] sum = MessageDigest.getInstance("SHA-384").digest(normal.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
