package org.shouwen.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The few tickets that go the real way, and are then loaded in numbers.
 *
 * @param open waiting for dispatch (half of them), for acceptance, for a visit
 * @param closed went all the way
 */
record Seed(List<Loader.Template> open, List<Loader.Template> closed) {

    /** Steps where the desk's tickets rest; null: at their end. */
    private static final String[] RESTS = {"dispatch", "dispatch", "accept", "inspectOnSite", null, null};

    private static String home(int i) {
        return "B1-1-01%02d".formatted(i + 1);
    }

    private static String phone(int i) {
        return "1350000%04d".formatted(9000 + i);
    }

    private static String key(int i) {
        return "bench-template-" + i;
    }

    /** Brings the homes, too. */
    static Seed ofDesk(Database database, Apps apps, int homes) {
        List<String> numbers = new ArrayList<>();
        try (App app = apps.desk("desk-seed", database)) {
            new Desk(database, app).bringHomes(homes);
            Desk desk = new Desk(database, app);
            for (int i = 0; i < RESTS.length; i++) {
                String number = desk.open(i % 2 == 0 ? "desk1" : "desk2", home(i), phone(i), key(i), i % 2 == 0);
                desk.onward(number, RESTS[i], i == 2 ? "plumber2" : "plumber1", desk::awaitRest, () -> {});
                numbers.add(number);
            }
            desk.awaitRest();
        }
        Schema schema = new Schema(database);
        List<Loader.Template> made = IntStream.range(0, RESTS.length)
                .mapToObj(i -> Loader.Template.of(
                        new Specimen(database, schema, numbers.get(i)),
                        home(i),
                        database.text("SELECT label FROM home WHERE code = '" + home(i) + "'"),
                        phone(i),
                        key(i)))
                .toList();
        return new Seed(made.subList(0, 4), made.subList(4, 6));
    }

    static Seed ofStock(Database database, Apps apps) {
        try (App app = apps.stock("stock-seed", database)) {
            Stock stock = new Stock(database, app);
            for (int i = 0; i < RESTS.length; i++) {
                String instance = stock.start(number(i), home(i), phone(i), i % 2 == 0 ? "plumber1" : "plumber2");
                if (RESTS[i] == null) {
                    stock.toEnd(instance);
                } else if (!RESTS[i].equals("dispatch")) {
                    stock.onward(instance);
                }
            }
        }
        Schema schema = new Schema(database);
        List<Loader.Template> made = IntStream.range(0, RESTS.length)
                .mapToObj(i ->
                        Loader.Template.of(new Specimen(database, schema, number(i)), home(i), null, phone(i), null))
                .toList();
        return new Seed(made.subList(0, 4), made.subList(4, 6));
    }

    /** One empty timer that waits. */
    static Loader.Template ofEngine(Database database, Apps apps) {
        try (App app = apps.engine("engine-seed", database)) {
            new Stock(database, app).startTimer(number(0));
        }
        return Loader.Template.of(
                new Specimen(database, new Schema(database), number(0)), "no home", null, "no phone", null);
    }

    private static String number(int i) {
        return Stock.PREFIX + "T%05d".formatted(i);
    }

    /** @return timers of the open ticket that has fewest */
    int timers() {
        return open.stream()
                .mapToInt(ticket -> (int) ticket.specimen().timers())
                .min()
                .orElse(0);
    }

    void print(String name) {
        open.forEach(ticket -> System.out.printf(
                "%s, open: %d rows, %d timers, %s%n",
                name,
                ticket.specimen().size(),
                ticket.specimen().timers(),
                ticket.specimen().counts()));
        closed.forEach(ticket -> System.out.printf(
                "%s, closed: %d rows, %s%n",
                name, ticket.specimen().size(), ticket.specimen().counts()));
    }
}
