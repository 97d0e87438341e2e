package org.shouwen.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import org.shouwen.estate.Estate;
import org.shouwen.notification.Inbox;
import org.shouwen.notification.Notice.Status;
import org.shouwen.notification.Notices;
import org.shouwen.roster.Roster;
import org.shouwen.rows.Sql;
import org.shouwen.testing.TestDatabase;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.Enclosures;
import org.shouwen.ticket.ResidentLinks;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEvents;
import org.shouwen.wording.Moments;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The module alone in a Spring context, as Spring Boot and db-scheduler wire it. */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class NotificationConfigurationIT {

    private final GreenMail smtp = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final Ticket ticket = Neighbours.ticket("wang@example.org");
    private ApplicationContextRunner context;

    @BeforeEach
    void start() {
        smtp.start();
        context = new ApplicationContextRunner()
                .withInitializer(
                        c -> c.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
                .withConfiguration(AutoConfigurations.of(
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        MailSenderAutoConfiguration.class,
                        DbSchedulerAutoConfiguration.class))
                .withUserConfiguration(
                        NotificationConfiguration.class,
                        NoticeTable.class,
                        Inbox.class,
                        Sql.class,
                        TicketNotices.class,
                        Wording.class,
                        WordingVersions.class,
                        Papers.class,
                        ActingStaff.class,
                        Moments.class)
                .withBean(DataSource.class, TestDatabase::migrated)
                .withBean("clock", Clock.class, Clock::systemUTC)
                .withBean(Tickets.class, () -> new Neighbours.Desk(ticket))
                .withBean(TimelineEvents.class)
                .withBean(Roster.class, Neighbours.People::new)
                .withBean(Estate.class, Neighbours.Houses::new)
                .withBean(Enclosures.class, () -> Mockito.mock(Enclosures.class))
                .withBean(ResidentLinks.class, () -> (ticket, purpose, occasion, at) -> "http://desk.example/r/secret")
                .withPropertyValues(
                        "shouwen.zone=Asia/Shanghai",
                        "shouwen.public-url=http://desk.example",
                        "shouwen.mail.from=desk@example.org",
                        "db-scheduler.polling-interval=1h",
                        "db-scheduler.threads=2",
                        "db-scheduler.delay-startup-until-context-ready=true",
                        "db-scheduler.shutdown-max-wait=5s");
    }

    @AfterEach
    void stop() {
        smtp.stop();
    }

    @Test
    void withSmtpAMailLeavesAfterTheCommit() {
        context.withPropertyValues(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + smtp.getSmtp().getPort())
                .run(running -> {
                    assertThat(running).hasSingleBean(Scheduler.class);
                    Notices notices = running.getBean(Notices.class);
                    notices.tellResident(
                            ticket,
                            new Notices.Message(
                                    "closed.to-resident",
                                    "occasion-1",
                                    running.getBean(Clock.class).instant()));

                    assertThat(smtp.waitForIncomingEmail(10_000, 1)).isTrue();
                });
    }

    @Test
    void withoutSmtpTheMailChannelIsAbsentAndTheLogSaysSo(CapturedOutput output) {
        context.withPropertyValues("spring.mail.host=").run(running -> {
            Notices notices = running.getBean(Notices.class);
            notices.tellResident(ticket, new Notices.Message("closed.to-resident", "occasion-1", Neighbours.OPENED));

            assertThat(notices.ofTicket(ticket.number())).singleElement().satisfies(copy -> assertThat(copy.status())
                    .isEqualTo(Status.SENT));
            assertThat(running.getBean(Inbox.class).unread("li.na")).isOne();
        });

        assertThat(output).containsOnlyOnce("未配置 SMTP（spring.mail.host），邮件渠道停用，邮件通知转为请前台电话转告");
    }
}
