package org.shouwen.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.notification.ChannelKind;
import org.shouwen.notification.Inbox;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notice.Status;
import org.shouwen.notification.Notices;
import org.shouwen.notification.SecondPerson;
import org.shouwen.notification.SecondPersons;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Sql;
import org.shouwen.testing.TestDatabase;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Enclosures;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.ResidentLinks;
import org.shouwen.ticket.Ticket;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox on a real database, with a real SMTP server on the other side. */
@Tag("database")
class NoticesIT {

    private static final Instant START = Instant.parse("2026-10-07T02:00:00Z");

    private final GreenMail smtp = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final MovableClock clock = new MovableClock();
    private final Neighbours.People people = new Neighbours.People();
    private final Neighbours.Desk desk = new Neighbours.Desk();

    private DataSource dataSource;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private NoticeTable table;
    private Channels channels;
    private Task<Void> task;
    private ManualScheduler scheduler;
    private final Papers papers = new Papers(List.of(new Letter()));
    private final StaticListableBeanFactory features = new StaticListableBeanFactory();
    private TicketNotices notices;
    private Inbox inbox;

    private static final ResidentLinks LINKS = (ticket, purpose, occasion, at) ->
            "http://desk.example/r/secret-of-" + ticket + (purpose == null ? "" : "-" + purpose);

    /** A feature that asks somebody beside the resident. */
    private record Owner(Optional<String> address) implements SecondPerson {

        @Override
        public Optional<String> contact(Ticket ticket) {
            return Optional.of("赵六，13900000001");
        }

        @Override
        public String purpose() {
            return "goods-consent";
        }

        @Override
        public String label() {
            return "业主";
        }

        @Override
        public Optional<String> email(Ticket ticket) {
            return address;
        }

        @Override
        public Asked asked(Ticket ticket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void answer(Ticket ticket, String answer, Instant at) {
            throw new UnsupportedOperationException();
        }
    }

    /** A feature whose notice takes a paper along. */
    private static final class Letter implements Enclosures {

        @Override
        public Optional<String> with(String template, Ticket ticket) {
            return template.equals("declined.to-resident") ? Optional.of("TS-26-000012-01") : Optional.empty();
        }

        @Override
        public Optional<Enclosure> paper(String name) {
            return Optional.of(new Enclosure(name, "application/pdf", new byte[] {'%', 'P', 'D', 'F'}));
        }
    }

    @BeforeEach
    void start() {
        smtpUp();
        dataSource = TestDatabase.migrated();
        jdbc = JdbcClient.create(dataSource);
        var transactions = new DataSourceTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        Sql sql = new Sql(jdbc);
        table = new NoticeTable(sql);
        inbox = new Inbox(sql);
        channels = new Channels(new EmailChannel(sender, "首问 <desk@example.org>", papers::paper, LINKS, clock));
        var delivery =
                new Delivery(table, channels, desk, new TransactionTemplate(transactions), clock, new Backoff(() -> 0));
        task = NotificationConfiguration.task(delivery, () -> {}, clock);
        scheduler = TestHelper.createManualScheduler(dataSource, task)
                .clock(clock.schedulers)
                .build();
        notices = notices(
                SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), task)
                        .build(),
                () -> {},
                channels);
    }

    @AfterEach
    void stop() {
        smtp.stop();
        if (dataSource instanceof HikariDataSource pool) {
            pool.close();
        }
    }

    private TicketNotices notices(SchedulerClient client, Runnable wake, Channels open) {
        Outbox outbox = new Outbox(table, client, wake, open, clock);
        return new TicketNotices(
                Neighbours.factSheet(desk),
                new Wording(Wording::load),
                people,
                new ActingStaff(people),
                outbox,
                table,
                papers,
                new SecondPersons(features.getBeanProvider(SecondPerson.class)));
    }

    @Test
    void mailArrivesOnceWithSubjectBodyAndFixedMessageId() throws Exception {
        Ticket ticket = reportedBy("王芳 <wang@example.org>");

        tellResident(ticket, "occasion-1");
        tellResident(ticket, "occasion-1");
        scheduler.runAnyDueExecutions();
        scheduler.runAnyDueExecutions();

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        MimeMessage mail = smtp.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("您的报修 BX-26-000042 已办结");
        assertThat(mail.getFrom()[0]).hasToString("=?UTF-8?B?6aaW6Zeu?= <desk@example.org>");
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat((String) mail.getContent()).startsWith("王芳，您好：").contains("首问责任人：李娜，电话 0531-88886666");
        assertThat(mail.getMessageID()).matches("<[0-9a-f]{40}@example\\.org>");
        Notice sent = emails().get(0);
        assertThat(sent.status()).isEqualTo(Status.SENT);
        assertThat(sent.sentAt()).isEqualTo(START);
        assertThat(tasks()).isZero();
    }

    @Test
    void aPaperGoesAlongWithTheMailThatTellsOfIt() throws Exception {
        Ticket ticket = reportedBy("wang@example.org");
        transaction.executeWithoutResult(status ->
                notices.tellResident(ticket, new Notices.Message("declined.to-resident", "occasion-1", START)));
        scheduler.runAnyDueExecutions();

        assertThat(emails().get(0).enclosure()).isEqualTo("TS-26-000012-01");
        MimeMultipart parts = (MimeMultipart) smtp.getReceivedMessages()[0].getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("TS-26-000012-01.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                .asString()
                .isEqualTo("%PDF");
    }

    @Test
    void whatStaffFoundIsToldToThemAsStaffAndNobodyCallsAResident() {
        for (Reporter finder : List.of(
                new Reporter("赵强", "13900000001", null),
                new Reporter("赵强", "", null),
                new Reporter("保安老王", "13700000000", null))) {
            tellResident(Neighbours.found(finder, Channel.STAFF), "occasion-" + finder);
        }
        scheduler.runAnyDueExecutions();

        assertThat(smtp.getReceivedMessages()).isEmpty();
        assertThat(inbox.page("zhao.qiang", 10, null).items()).hasSize(2);
        assertThat(inbox.page("li.na", 10, null).items()).hasSize(3).allSatisfy(told -> assertThat(
                        told.subject() + told.body())
                .startsWith("【员工报告的事】")
                .contains("不用电话转告业主")
                .doesNotContain("请电话转告")
                .doesNotContain(ResidentLinks.PLACE));
    }

    @Test
    void aResidentWhoReportsACommonPlaceIsCalledAsBefore() {
        tellResident(Neighbours.found(new Reporter("王芳", "13812345678", null), Channel.PHONE), "occasion-1");

        assertThat(inbox.page("li.na", 10, null).items().get(0).subject()).startsWith("【请电话转告业主】");
    }

    @Test
    void theLinkIsInTheMailAndNowhereElse() throws Exception {
        tellResident(reportedBy("wang@example.org"), "occasion-1");
        scheduler.runAnyDueExecutions();

        String link = "http://desk.example/r/secret-of-" + Neighbours.NUMBER;
        assertThat((String) smtp.getReceivedMessages()[0].getContent()).contains(link);
        assertThat(emails().get(0).body()).contains(ResidentLinks.PLACE).doesNotContain(link);
        assertThat(inbox.page("li.na", 10, null).items().get(0).body())
                .doesNotContain(link)
                .doesNotContain(ResidentLinks.PLACE);
    }

    @Test
    void aRepeatedMailCarriesTheSameMessageId() throws Exception {
        tellResident(reportedBy("wang@example.org"), "occasion-1");
        Notice notice = emails().get(0);

        channels.of(ChannelKind.EMAIL).orElseThrow().send(notice);
        channels.of(ChannelKind.EMAIL).orElseThrow().send(notice);

        MimeMessage[] mails = smtp.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
    }

    @Test
    void anotherOccasionIsAnotherNotice() {
        Ticket ticket = reportedBy("wang@example.org");

        tellResident(ticket, "occasion-1");
        tellResident(ticket, "occasion-2");
        scheduler.runAnyDueExecutions();

        assertThat(smtp.getReceivedMessages()).hasSize(2);
        assertThat(notices.ofTicket(Neighbours.NUMBER)).hasSize(4);
    }

    @Test
    void rowAndTaskAreOfOneTransaction() {
        Ticket ticket = reportedBy("wang@example.org");

        transaction.executeWithoutResult(status -> {
            notices.tellResident(ticket, new Notices.Message("closed.to-resident", "occasion-1", START));
            assertThat(tasks()).isOne();
            status.setRollbackOnly();
        });
        assertThat(notices.ofTicket(Neighbours.NUMBER)).isEmpty();
        assertThat(tasks()).isZero();

        tellResident(ticket, "occasion-1");
        assertThat(notices.ofTicket(Neighbours.NUMBER)).hasSize(2);
        assertThat(tasks()).isOne();
    }

    @Test
    void outsideOfATransactionNothingIsRecorded() {
        Ticket ticket = reportedBy("wang@example.org");

        assertThatThrownBy(() ->
                        notices.tellResident(ticket, new Notices.Message("closed.to-resident", "occasion-1", START)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(notices.ofTicket(Neighbours.NUMBER)).isEmpty();
    }

    @Test
    void mailLeavesAtOnceAfterTheCommitAndNotAtTheNextPoll() {
        Scheduler real = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .clock(clock::instant)
                .pollingInterval(Duration.ofHours(1))
                .threads(2)
                .build();
        real.start();
        try {
            notices = notices(real, real::triggerCheckForDueExecutions, channels);
            tellResident(reportedBy("wang@example.org"), "occasion-1");

            assertThat(smtp.waitForIncomingEmail(10_000, 1)).isTrue();
        } finally {
            real.stop();
        }
    }

    @Test
    void serverDownMeansLaterAndThenOnce() {
        smtp.stop();
        tellResident(reportedBy("wang@example.org"), "occasion-1");
        scheduler.runAnyDueExecutions();

        Notice waiting = emails().get(0);
        assertThat(waiting.status()).isEqualTo(Status.WAITING);
        assertThat(waiting.attempts()).isOne();
        assertThat(waiting.lastError()).contains("Connection refused");
        assertThat(dueAt()).isEqualTo(START.plus(Duration.ofMinutes(1)));

        smtpUp();
        move(Duration.ofSeconds(59));
        scheduler.runAnyDueExecutions();
        assertThat(smtp.getReceivedMessages()).isEmpty();

        move(Duration.ofSeconds(1));
        scheduler.runAnyDueExecutions();
        scheduler.runAnyDueExecutions();
        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(emails().get(0).status()).isEqualTo(Status.SENT);
        assertThat(emails().get(0).lastError()).isNull();
        assertThat(tasks()).isZero();
    }

    /** A job's run is three commits at most: taken, its failure kept, put back. */
    @Test
    void whileTheServerIsDownAHundredNoticesThatWaitBehindEachOtherAreAtMostTwoCommitsASecond() {
        smtp.stop();
        Ticket ticket = reportedBy("wang@example.org");
        for (int i = 0; i < 100; i++) {
            tellResident(ticket, "occasion-" + i);
        }
        int runs = 0;
        for (int second = 0; second < 600; second++) {
            runs += jdbc.sql("select count(*) from scheduled_tasks where execution_time <= :now")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query(Integer.class)
                    .single();
            scheduler.runAnyDueExecutions();
            move(Duration.ofSeconds(1));
        }
        assertThat(3 * runs).isLessThanOrEqualTo(2 * 600);
        assertThat(tasks()).isEqualTo(100);

        smtpUp();
        move(Duration.ofMinutes(20));
        for (int round = 0; round < 300 && tasks() > 0; round++) {
            scheduler.runAnyDueExecutions();
        }
        assertThat(smtp.getReceivedMessages()).hasSize(100);
        assertThat(tasks()).isZero();
    }

    @Test
    void whoWaitsBehindAnotherGoesAsSoonAsThatHasGoneAndNotBefore() {
        smtp.stop();
        Ticket ticket = reportedBy("wang@example.org");
        tellResident(ticket, "occasion-1");
        tellResident(ticket, "occasion-2");
        scheduler.runAnyDueExecutions();
        move(Duration.ofSeconds(59));
        smtpUp();
        scheduler.runAnyDueExecutions();
        assertThat(smtp.getReceivedMessages()).isEmpty();

        move(Duration.ofSeconds(1));
        scheduler.runAnyDueExecutions();
        scheduler.runAnyDueExecutions();
        assertThat(emails()).extracting(Notice::status).containsExactly(Status.SENT, Status.SENT);
        assertThat(tasks()).isZero();
    }

    @Test
    void aSecondPersonIsAskedByALinkOfHisOwn() throws Exception {
        features.addBean("owner", new Owner(Optional.of("owner@example.org")));
        askOwner();
        scheduler.runAnyDueExecutions();

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat((String) smtp.getReceivedMessages()[0].getContent())
                .contains("http://desk.example/r/secret-of-BX-26-000042-goods-consent")
                .doesNotContain("13812345678", "王芳");
        Notice copy = inbox.page("li.na", 10, null).items().get(0);
        assertThat(copy.subject()).startsWith("【已发邮件给业主】");
        assertThat(copy.body()).contains("（链接只发给收件人本人）").doesNotContain("/r/");
        assertThat(emails().get(0).body()).doesNotContain("/r/");
    }

    @Test
    void aSecondPersonWhoseAddressNobodyKnowsIsToBeCalled() {
        features.addBean("owner", new Owner(Optional.empty()));
        askOwner();
        assertThat(emails()).isEmpty();
        Notice copy = inbox.page("li.na", 10, null).items().get(0);
        assertThat(copy.subject()).startsWith("【请电话转告业主】");
        assertThat(copy.body()).startsWith("业主没有邮箱：请电话转告（赵六，13900000001），内容如下");
    }

    @Test
    void theFirstResponderKnowsThatASecondPersonWasNotReached() {
        features.addBean("owner", new Owner(Optional.of("owner@@example")));
        askOwner();
        scheduler.runAnyDueExecutions();
        Notice told = inbox.page("li.na", 10, null).items().get(0);
        assertThat(told.subject()).startsWith("【邮件没有送到，请电话转告】");
        assertThat(told.body()).startsWith("发给征询对象的邮件没有送到");
    }

    private void askOwner() {
        Ticket ticket = reportedBy("wang@example.org");
        tell(() -> notices.tellSecondPerson(
                ticket, new Notices.Message("goods-consent.to-secondperson", "occasion-1", START)));
    }

    @Test
    void afterTheLastAttemptItIsDeadAndTheFirstResponderKnows() {
        smtp.stop();
        tellResident(reportedBy("wang@example.org"), "occasion-1");
        scheduler.runAnyDueExecutions();
        for (int minutes : List.of(1, 2, 5, 15, 60, 24 * 60)) {
            assertThat(emails().get(0).status()).isEqualTo(Status.WAITING);
            move(Duration.ofMinutes(minutes));
            scheduler.runAnyDueExecutions();
        }

        assertThat(notices.deadLetters()).singleElement().satisfies(dead -> {
            assertThat(dead.attempts()).isEqualTo(7);
            assertThat(dead.lastError()).contains("Connection refused");
        });
        assertThat(notices.deadLetterCount()).isOne();
        assertThat(tasks()).isZero();
        Notice told = inbox.page("li.na", 10, null).items().get(0);
        assertThat(told.subject()).isEqualTo("【邮件没有送到，请电话转告】您的报修 BX-26-000042 已办结");
        assertThat(told.body()).contains("原因：Connection refused");
    }

    @Test
    void aBadAddressIsDeadAtOnce() {
        tellResident(reportedBy("wang@@example"), "occasion-1");
        tellResident(reportedBy("wang@example.org\r\nBcc: all@example.org"), "occasion-2");
        tellResident(reportedBy("a@example.org, b@example.org"), "occasion-3");
        scheduler.runAnyDueExecutions();

        assertThat(smtp.getReceivedMessages()).isEmpty();
        assertThat(notices.deadLetters()).hasSize(3).allSatisfy(dead -> assertThat(dead.lastError())
                .startsWith("邮箱地址不正确"));
        assertThat(tasks()).isZero();
    }

    @Test
    void aDeadLetterIsSentAgainOrGivenUp() {
        tellResident(reportedBy("wang@@example"), "occasion-1");
        tellResident(reportedBy("li@@example"), "occasion-2");
        scheduler.runAnyDueExecutions();
        long first = emails().get(0).id();
        long second = emails().get(1).id();

        jdbc.sql("update notice set address = 'wang@example.org' where id = :id")
                .param("id", first)
                .update();
        transaction.executeWithoutResult(status -> notices.resend(first));
        transaction.executeWithoutResult(status -> notices.discard(second, "li.na"));
        scheduler.runAnyDueExecutions();

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(emails()).extracting(Notice::status).containsExactly(Status.SENT, Status.DISCARDED);
        assertThat(emails().get(1).lastError()).startsWith("李娜放弃发送；原因：邮箱地址不正确");
        assertThat(notices.deadLetterCount()).isZero();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> notices.resend(first)))
                .isInstanceOf(Refusal.class)
                .hasMessage("通知 " + first + " 现在是“已发出”，不能重发");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> notices.discard(0, "li.na")))
                .isInstanceOf(Refusal.class)
                .hasMessage("没有编号 0 的通知");
        assertThat(tasks()).isZero();
    }

    @Test
    void withoutSmtpTheFirstResponderIsAskedToCall() {
        notices = notices(null, () -> {}, new Channels());
        tellResident(reportedBy("wang@example.org"), "occasion-1");
        tellResident(reportedBy(null), "occasion-2");

        assertThat(emails()).isEmpty();
        List<Notice> copies = inbox.page("li.na", 10, null).items();
        assertThat(copies).extracting(Notice::subject).containsOnly("【请电话转告业主】您的报修 BX-26-000042 已办结");
        assertThat(copies.get(0).body()).startsWith("业主没有邮箱：请电话转告（王芳，13812345678）");
        assertThat(copies.get(1).body()).startsWith("邮件渠道停用：请电话转告（王芳，13812345678）");
    }

    @Test
    void theFirstResponderGetsACopyOfWhatWasMailed() {
        tellResident(reportedBy("wang@example.org"), "occasion-1");

        Notice copy = inbox.page("li.na", 10, null).items().get(0);
        assertThat(copy.subject()).isEqualTo("【已发邮件给业主】您的报修 BX-26-000042 已办结");
        assertThat(copy.body()).startsWith("已发邮件给业主（王芳，13812345678），内容如下：\n\n王芳，您好：");
        assertThat(copy.status()).isEqualTo(Status.SENT);
    }

    @Test
    void theHandlerIsToldOrElseThePostOrElseTheOwner() {
        Ticket ticket = reportedBy(null);
        tell(() -> notices.tellHandler(ticket, new Notices.Message("urged.to-handler", "occasion-1", START)));
        assertThat(notices.ofTicket(Neighbours.NUMBER))
                .extracting(n -> n.addressee() + " " + n.channel())
                .containsExactly("sun.wei IN_APP", "zhao.qiang IN_APP", "zhao.qiang EMAIL");
        // Only one of them will need the number
        assertThat(notices.ofTicket(Neighbours.NUMBER).get(0).body())
                .contains("138****5678")
                .doesNotContain("13812345678");

        ticket.dispatchTo("zhao.qiang", "赵强", "li.na", START);
        tell(() -> notices.tellHandler(ticket, new Notices.Message("dispatched.to-handler", "occasion-2", START)));
        assertThat(inbox.page("zhao.qiang", 10, null).items().get(0).body()).contains("13812345678");
        assertThat(inbox.page("sun.wei", 10, null).items()).hasSize(1);

        Ticket bare = Neighbours.bareTicket();
        desk.tickets.put(bare.number(), bare);
        tell(() -> notices.tellHandler(bare, new Notices.Message("urged.to-handler", "occasion-3", START)));
        assertThat(inbox.page("nobody", 10, null).items()).singleElement().satisfies(n -> assertThat(n.subject())
                .startsWith("【岗位上没有人，请立即处理】"));
    }

    @Test
    void whomTheTicketIsAboutIsToldNothingOfIt() {
        Facts facts = reportedBy(null).facts();
        Ticket about = Ticket.register(
                new Facts(
                        facts.number(),
                        facts.intake().without("zhao.qiang"),
                        facts.categoryLabel(),
                        facts.area(),
                        facts.site(),
                        facts.location(),
                        facts.priority(),
                        facts.urgent(),
                        facts.reportTo(),
                        facts.firstResponder(),
                        facts.post(),
                        facts.openedAt()),
                List.of());
        desk.tickets.put(about.number(), about);

        tell(() -> notices.tellHandler(about, new Notices.Message("urged.to-handler", "occasion-1", START)));
        tell(() ->
                notices.tellPerson(about, "zhao.qiang", new Notices.Message("urged.to-handler", "occasion-2", START)));

        assertThat(notices.ofTicket(Neighbours.NUMBER))
                .extracting(n -> n.addressee() + " " + n.channel())
                .containsExactly("sun.wei IN_APP");
    }

    @Test
    void theInboxIsPagedNewestFirstAndCountsWhatIsUnread() {
        Ticket ticket = reportedBy(null);
        for (int i = 0; i < 5; i++) {
            String occasion = "occasion-" + i;
            // Two of the same moment: the later row is the newer
            Instant at = START.plusSeconds(i / 2);
            tell(() -> notices.tellResident(ticket, new Notices.Message("closed.to-resident", occasion, at)));
        }

        Inbox.Page first = inbox.page("li.na", 2, null);
        Inbox.Page second = inbox.page("li.na", 2, first.next());
        Inbox.Page third = inbox.page("li.na", 2, second.next());
        assertThat(List.of(first, second, third))
                .flatExtracting(Inbox.Page::items)
                .extracting(n -> n.dedupeKey().substring(n.dedupeKey().length() - 1))
                .containsExactly("4", "3", "2", "1", "0");
        assertThat(third.next()).isNull();

        long newest = first.items().get(0).id();
        assertThat(inbox.unread("li.na")).isEqualTo(5);
        inbox.markRead("li.na", newest, START);
        inbox.markRead("li.na", newest, START.plusSeconds(9));
        assertThat(inbox.unread("li.na")).isEqualTo(4);
        assertThat(inbox.page("li.na", 1, null).items().get(0).readAt()).isEqualTo(START);
        assertThat(inbox.markAllRead("li.na", START)).isEqualTo(4);
        assertThat(inbox.unread("li.na")).isZero();
        assertThatThrownBy(() -> inbox.markRead("zhao.qiang", newest, START)).isInstanceOf(Refusal.class);
    }

    @Test
    void aMailToStaffIsNoUnreadMessage() {
        Ticket ticket = reportedBy(null);
        ticket.dispatchTo("zhao.qiang", "赵强", "li.na", START);
        tell(() -> notices.tellHandler(ticket, new Notices.Message("dispatched.to-handler", "occasion-1", START)));

        assertThat(notices.ofTicket(Neighbours.NUMBER)).hasSize(2);
        assertThat(inbox.unread("zhao.qiang")).isOne();
        scheduler.runAnyDueExecutions();
        assertThat(GreenMailUtil.getBody(smtp.getReceivedMessages()[0])).isNotBlank();
    }

    private Ticket reportedBy(String email) {
        Ticket ticket = Neighbours.ticket(email);
        desk.tickets.put(ticket.number(), ticket);
        return ticket;
    }

    private void tellResident(Ticket ticket, String occasion) {
        tell(() -> notices.tellResident(ticket, new Notices.Message("closed.to-resident", occasion, START)));
    }

    private void tell(Runnable telling) {
        transaction.executeWithoutResult(status -> telling.run());
    }

    private List<Notice> emails() {
        return notices.ofTicket(Neighbours.NUMBER).stream()
                .filter(notice -> notice.channel() == ChannelKind.EMAIL)
                .toList();
    }

    private int tasks() {
        return jdbc.sql("select count(*) from scheduled_tasks")
                .query(Integer.class)
                .single();
    }

    private Instant dueAt() {
        return jdbc.sql("select execution_time from scheduled_tasks")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void move(Duration by) {
        clock.moveTo(clock.instant().plus(by));
    }

    private void smtpUp() {
        smtp.start();
        sender.setHost("127.0.0.1");
        sender.setPort(smtp.getSmtp().getPort());
    }

    /** One time for our code and for the scheduler. */
    private static final class MovableClock extends Clock {

        final SettableClock schedulers = new SettableClock();

        MovableClock() {
            moveTo(START);
        }

        void moveTo(Instant at) {
            schedulers.set(at);
        }

        @Override
        public Instant instant() {
            return schedulers.now();
        }

        @Override
        public ZoneId getZone() {
            return Neighbours.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
