package org.shouwen.demo;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.Flows;
import org.shouwen.workflow.UserTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the demo stories through the real use cases, after the first page is up; the flows' own jobs run in between. */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "shouwen.demo.tickets", matchIfMissing = true)
record DemoTickets(Tickets tickets, TicketDesk desk, UserTasks userTasks, Estate estate, Told told) {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTickets.class);
    /** Past them the desk goes on, whatever is told; the flows stand still meanwhile. */
    private static final int ROUNDS = 150;

    /** Under whose name and when a story's deeds happen. */
    @Component
    @Profile("demo")
    record Told(Acting acting, Flows flows, Moments moments) {}

    /** A story on its way. */
    private record Running(String number, DemoStory story, Instant openedAt, Deque<DemoStory.Step> left) {}

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        Instant now = told.moments().now();
        if (!tickets.page(TicketQuery.of(TicketQuery.Filter.NONE, 1), now)
                .items()
                .isEmpty()) {
            return;
        }
        List<Running> running = new ArrayList<>();
        ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "demo-stories");
            thread.setDaemon(true);
            return thread;
        });
        int[] round = {0};
        teller.scheduleWithFixedDelay(
                () -> {
                    try {
                        // Each round: the engine starts its executor beside us, when the application is ready
                        told.flows().hold();
                        if (round[0]++ == 0) {
                            Stream.of(
                                            DemoStory.repairs(),
                                            DemoRenovations.all(told.moments().date(now)),
                                            DemoGoods.all())
                                    .flatMap(List::stream)
                                    .sorted((a, b) -> b.age().compareTo(a.age()))
                                    .forEach(story -> running.add(open(story, now)));
                        }
                        told.flows().step();
                        running.removeIf(this::goOn);
                    } catch (RuntimeException e) {
                        LOG.error("a demo story cannot go on", e);
                        round[0] = ROUNDS;
                    }
                    if (running.isEmpty() || round[0] >= ROUNDS) {
                        LOG.info("demo tickets are told, {} left open-ended", running.size());
                        told.flows().release();
                        teller.shutdown();
                    }
                },
                1000,
                300,
                TimeUnit.MILLISECONDS);
    }

    private Running open(DemoStory story, Instant now) {
        Instant at = now.minus(story.age());
        Intake intake = story.intake().home() == null
                ? story.intake()
                : story.intake()
                        .reportedBy(estate.residentsOf(story.intake().home()).stream()
                                .findFirst()
                                .map(resident -> new Reporter(resident.name(), resident.phone(), resident.email()))
                                .orElseThrow());
        String number = told.acting()
                .as(story.by(), at, () -> desk.open(intake, story.by(), at))
                .number();
        return new Running(number, story, at, new ArrayDeque<>(story.steps()));
    }

    /** @return whether the story is at its end */
    private boolean goOn(Running running) {
        Iterator<DemoStory.Step> steps = running.left().iterator();
        while (steps.hasNext()) {
            DemoStory.Step step = steps.next();
            passCallOn(running);
            boolean open = userTasks.of(running.number()).stream()
                    .anyMatch(task -> task.step().equals(step.name()));
            if (!open) {
                return false;
            }
            told.acting().as(step.by(), running.openedAt().plus(step.after()), () -> {
                userTasks.submit(running.number(), step.name(), step.inputs());
                return null;
            });
            steps.remove();
        }
        return end(running);
    }

    /** In a story nobody takes an emergency at the telephone: it is passed on until it can be dispatched. */
    private void passCallOn(Running running) {
        userTasks.of(running.number()).stream()
                .filter(task -> task.step().equals("answerCall"))
                .findFirst()
                .ifPresent(call -> told.acting().as(call.assignee(), running.openedAt(), () -> {
                    userTasks.submit(
                            running.number(), call.step(), Map.of("answer", "CANNOT", "reason", "正在别处抢修，一时到不了"));
                    return null;
                }));
    }

    private boolean end(Running running) {
        DemoStory story = running.story();
        if (story.ending() == null) {
            return true;
        }
        if (userTasks.of(running.number()).isEmpty()) {
            return false;
        }
        Instant at = running.openedAt().plus(story.age().dividedBy(2));
        told.acting().as(story.by(), at, () -> {
            switch (story.ending()) {
                case WITHDRAWN -> desk.withdraw(running.number(), "业主自己修好了", story.by(), at);
                case URGED -> desk.urge(running.number(), story.by(), at);
            }
            return null;
        });
        return true;
    }
}
