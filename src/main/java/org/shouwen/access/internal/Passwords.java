package org.shouwen.access.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static final Set<String> COMMONEST = commonest();

    /** Words that people add a year or a few digits to; what is as common and longer is among the commonest. */
    private static final List<String> WORDS = List.of(
            "admin",
            "password",
            "passwd",
            "welcome",
            "qwerty",
            "winter",
            "summer",
            "spring",
            "autumn",
            "wuye",
            "wuguan",
            "kefu",
            "qiantai",
            "gongcheng",
            "baoan",
            "woaini",
            "zhangsan",
            "lisi",
            "shouwen");

    /** Keys that lie side by side, and other orders that everybody knows; read backwards, too. */
    private static final List<String> ROWS = Stream.of(
                    "01234567890",
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "!@#$%^&*()",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
                    "abcdefghijklmnopqrstuvwxyz")
            .flatMap(row -> Stream.of(row, reversed(row)))
            .toList();

    /** Of every account of the demo; anybody can read it. */
    private static final String OF_THE_DEMO = "shouwen-demo";

    /** A year, or what else is put behind a word to make it long enough. */
    private static final int FEW = 4;

    /** Digits alone, however they are separated: a day, a phone. */
    private static final int LONGEST_NUMBER = 11;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]");

    /** The same character at least three times, over and over: aaaabbbb, aaa111222. */
    private static final Pattern RUNS = Pattern.compile("((.)\\2{2,})+");

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

    /**
     * Refuses a password that is too short, too long, or of those that are tried first.
     *
     * @param own {@link OwnNames} of whoever chooses it
     */
    void check(Collection<String> own, String password) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw Refusal.invalid("password-too-short", "password", "密码至少要 " + SHORTEST + " 个字符");
        }
        if (length > LONGEST) {
            throw Refusal.invalid("password-too-long", "password", "密码最多 " + LONGEST + " 个字符");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (!(demo && plain.equals(OF_THE_DEMO))
                && (isCommon(plain) || isCommon(reversed(plain)) || isOrder(plain) || isOwn(own, plain))) {
            throw Refusal.invalid(
                    "password-too-common", "password", "这个密码太容易被猜中，请换一个：不要用常见的密码、账号、姓名、电话、日期、小区名，也不要用重复的或者键盘上连着的字符");
        }
    }

    /** One of the commonest, or a common word, and little more, whatever stands between them: Password2026, wuye@2026. */
    private static boolean isCommon(String plain) {
        String bare = bare(plain);
        return COMMONEST.contains(plain)
                || IntStream.rangeClosed(0, Math.min(FEW, bare.length()))
                        .anyMatch(few -> COMMONEST.contains(bare.substring(few))
                                || COMMONEST.contains(bare.substring(0, bare.length() - few)))
                || WORDS.stream().anyMatch(word -> isLittleMoreThan(word, bare));
    }

    private static boolean isOwn(Collection<String> own, String plain) {
        String bare = bare(plain);
        return own.stream()
                .map(name -> bare(name.toLowerCase(Locale.ROOT)))
                .anyMatch(name -> isLittleMoreThan(name, bare) || isLittleMoreThan(reversed(name), bare));
    }

    /** Anybody can go on with it who has seen its beginning. */
    private static boolean isOrder(String plain) {
        String bare = bare(plain);
        return isRepeated(plain)
                || RUNS.matcher(plain).matches()
                || isAlongTheKeys(plain)
                || !bare.isEmpty()
                        && bare.length() <= LONGEST_NUMBER
                        && bare.chars().allMatch(Character::isDigit);
    }

    /**
     * A few characters over and over, abababab, perhaps with one more: abcdabcd1; or one of them, but for one more at
     * most: aaaaaaaab.
     */
    private static boolean isRepeated(String plain) {
        boolean one = plain.codePoints()
                .anyMatch(c -> plain.codePoints().filter(other -> other != c).count() <= 1);
        return one
                || IntStream.rangeClosed(plain.length() - 1, plain.length())
                        .filter(length -> length >= SHORTEST - 1)
                        .mapToObj(length -> plain.substring(0, length))
                        .anyMatch(part -> IntStream.rangeClosed(2, part.length() / 2)
                                .anyMatch(period -> part.regionMatches(period, part, 0, part.length() - period)));
    }

    /** Two or three pieces of a row, and two characters more at most: asdf1234, qwer!@#$. */
    private static boolean isAlongTheKeys(String plain) {
        int loose = 0;
        int pieces = 0;
        int at = 0;
        while (at < plain.length()) {
            int length = along(plain, at);
            if (length >= 3) {
                pieces++;
                at += length;
            } else {
                loose++;
                at++;
            }
        }
        return loose <= 2 && pieces <= 3;
    }

    /** @return how many characters from there on lie side by side */
    private static int along(String plain, int from) {
        int length = 1;
        while (from + length < plain.length() && isAlong(plain.substring(from, from + length + 1))) {
            length++;
        }
        return length;
    }

    private static boolean isAlong(String part) {
        return ROWS.stream().anyMatch(row -> row.contains(part));
    }

    /** A name or a word, perhaps twice, and a few characters more, a year for example. */
    private static boolean isLittleMoreThan(String name, String plain) {
        return !name.isEmpty()
                && plain.contains(name)
                && plain.replace(name, "").length() <= FEW;
    }

    /** @return letters and digits alone */
    private static String bare(String plain) {
        return BETWEEN.matcher(plain).replaceAll("");
    }

    private static String reversed(String plain) {
        return new StringBuilder(plain).reverse().toString();
    }

    /** @return those of all the world (zxcvbn's list, MIT), then those that are common here */
    private static Set<String> commonest() {
        try (InputStream list = Passwords.class.getResourceAsStream("/passwords/commonest.txt")) {
            return Set.copyOf(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
