package org.shouwen.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.gate.Slips;
import org.shouwen.testing.process.Canary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application, started once for all tests that extend this, with the demo's estate and people but without its
 * tickets; a real SMTP server; the executor off, so that a flow goes on where a test says so.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "shouwen.demo.tickets=false",
            "shouwen.access.bcrypt-strength=4",
            // Stories jump over weeks; SignInsIT has the limits
            "shouwen.access.longest-session=3650d",
            "server.servlet.session.timeout=3650d",
            "shouwen.proxies=127.0.0.1",
            "shouwen.rounds=false",
            // What a step costs does not depend on how long ago the last was
            "shouwen.models-age-seconds=3600",
            "db-scheduler.polling-interval=200ms"
        })
@ActiveProfiles("demo")
@Import(RunningDesk.Fixtures.class)
public abstract class RunningDesk {

    protected static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** Between the desk and PostgreSQL. */
    protected static final SilentProxy DATABASE = new SilentProxy();

    private static final Pattern LINK = Pattern.compile("http://\\S+?(/r/[A-Za-z0-9_-]{32})");

    @LocalServerPort
    protected int port;

    @Autowired
    protected TimeMachine time;

    @Autowired
    protected ManagementService engineJobs;

    @Autowired
    private Scheduler mails;

    @TestConfiguration(proxyBeanMethods = false)
    static class Fixtures {

        @Bean
        @Primary
        TimeMachine timeMachine() {
            return new TimeMachine();
        }

        /** Callable from expressions, as the delegates are. */
        @Bean
        Canary canary() {
            return new Canary();
        }

        /** A second kind of paper for the gate, which no feature issues. */
        @Bean
        Slips slips() {
            return new Slips("物品借用单");
        }

        /** Every connection is watched, so that a test can count what a request costs. */
        @Bean
        static BeanPostProcessor watchedDataSource() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource plain && name.equals("dataSource")
                            ? DatabaseCosts.watch(plain)
                            : bean;
                }
            };
        }
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        MAIL.start();
        String url = DATABASE.before(TestDatabase.newUrl());
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", TestDatabase::user);
        properties.add("spring.datasource.password", TestDatabase::password);
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @BeforeEach
    void monday() {
        time.travelTo("2026-11-23T09:00");
    }

    protected Clock clock() {
        return time;
    }

    /** An API client of the demo's account {@code desk1}. */
    protected Api api() {
        return new Api(port, "shouwen-demo-token");
    }

    /** Runs the flows' jobs that are due until none is left; timers that lie ahead stay. */
    protected void runJobs() {
        for (int round = 0; round < 100; round++) {
            List<Job> due = engineJobs
                    .createJobQuery()
                    .executable()
                    .withRetriesLeft()
                    .orderByJobDuedate()
                    .asc()
                    .list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> runJob(job.getId()));
        }
        throw new IllegalStateException("the flows' jobs do not end");
    }

    /** Nothing happens where the job before it took it along. */
    protected void runJob(String id) {
        try {
            engineJobs.executeJob(id);
        } catch (ProcessEngineException failure) {
            if (!failure.getMessage().contains("No job found with id")) {
                throw failure;
            }
        }
    }

    /** @return subjects of the mails to this address about this ticket, in the order they came, once there are {@code count} */
    protected List<String> subjects(String address, String number, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> Arrays.stream(received())
                                .filter(mail -> isTo(mail, address))
                                .map(RunningDesk::subject)
                                .filter(subject -> subject.contains(number))
                                .toList(),
                        subjects -> subjects.size() >= count);
    }

    /** @return path of the link in the first mail to this address about this ticket */
    protected String linkTo(String address, String number) {
        return mails(address, number).stream()
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** @return what the mails to this address about this ticket say, once there are any */
    protected List<String> mails(String address, String number) {
        subjects(address, number, 1);
        return Arrays.stream(received())
                .filter(mail -> isTo(mail, address) && subject(mail).contains(number))
                .map(RunningDesk::content)
                .toList();
    }

    /** While the clock stands still the scheduler looks for due mails only when it is told to. */
    private MimeMessage[] received() {
        mails.triggerCheckForDueExecutions();
        return MAIL.getReceivedMessages();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(to -> to.toString().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its text stands first, what is enclosed after it. */
    private static String content(Part mail) {
        try {
            return mail.getContent() instanceof Multipart parts
                    ? content(parts.getBodyPart(0))
                    : (String) mail.getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
