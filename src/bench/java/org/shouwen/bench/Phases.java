package org.shouwen.bench;

import java.util.List;
import java.util.function.BiConsumer;

/** What people do all day, at one size of the desk. */
final class Phases {

    private final Settings settings;
    private final Rounds rounds;
    private final Report report;
    private final Desk desk;
    private final Stock stock;

    Phases(Settings settings, Report report, Desk desk, Stock stock) {
        this.settings = settings;
        this.rounds = new Rounds(settings);
        this.report = report;
        this.desk = desk;
        this.stock = stock;
    }

    /** What is measured, for so long that the compilers are through with it: a life runs through most of the product's code. */
    void warmUp(List<Loader.Known> tickets, List<Loader.Known> instances) {
        desk.lookFor(tickets);
        stock.lookFor(instances);
        for (Contender contender : List.of(desk, stock)) {
            warmUp("open", contender, each(Contender::open));
            warmUp("full life", contender, each(Contender::life));
            warmUp("my work", contender, each(Contender::myWork));
            warmUp("group work", contender, each(Contender::groupWork));
            warmUp("by room", contender, each(Contender::byRoom));
            contender.forget();
        }
        Http page = desk.page("desk1");
        warmUp("page: my desk", desk, shows(page, "/desk"));
        warmUp(
                "page: ticket",
                desk,
                shows(page, "/desk/tickets/" + tickets.get(0).number()));
    }

    private void warmUp(String phase, Contender contender, Rounds.Deed deed) {
        if (settings.measures(phase)) {
            rounds.warmUp(contender, deed);
        }
    }

    /**
     * @param size what is in the databases, in words
     * @param tickets what the searches look for
     */
    void read(String size, List<Loader.Known> tickets, List<Loader.Known> instances) {
        desk.lookFor(tickets);
        stock.lookFor(instances);
        Turn turn = new Turn();
        turn.over(tickets);
        Http page = desk.page("desk1");
        for (int users : settings.users()) {
            both("my work", size, users, each(Contender::myWork));
            both("group work", size, users, each(Contender::groupWork));
            both("by number", size, users, each(Contender::byNumber));
            both("by room", size, users, each(Contender::byRoom));
            both("by phone", size, users, each(Contender::byPhone));
            ours("page: my desk", size, users, shows(page, "/desk"));
            ours("page: ticket", size, users, (who, user) -> {
                page.get("/desk/tickets/" + turn.next().number()).must(200);
                return true;
            });
        }
    }

    /** What writes comes last at its size: it changes how many are open. */
    void write(String size) {
        for (int users : settings.users()) {
            both("open", size, users, each(Contender::open));
            desk.findSteps();
            stock.findSteps();
            both("complete a step", size, users, Contender::completeStep);
            both("full life", size, users, each(Contender::life));
        }
        desk.forget();
        stock.forget();
    }

    private void both(String phase, String size, int users, Rounds.Deed deed) {
        run(phase, size, users, stock, deed);
    }

    /** Stock has nothing like it. */
    private void ours(String phase, String size, int users, Rounds.Deed deed) {
        run(phase, size, users, null, deed);
    }

    private void run(String phase, String size, int users, Stock beside, Rounds.Deed deed) {
        if (settings.measures(phase)) {
            report.add(rounds.run(phase, size, users, desk, beside, deed));
        }
    }

    private static Rounds.Deed shows(Http page, String path) {
        return (who, user) -> {
            page.get(path).must(200);
            return true;
        };
    }

    private static Rounds.Deed each(BiConsumer<Contender, Integer> deed) {
        return (contender, user) -> {
            deed.accept(contender, user);
            return true;
        };
    }
}
