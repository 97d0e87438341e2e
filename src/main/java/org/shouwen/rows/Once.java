package org.shouwen.rows;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Readings that a transaction makes once: a step of a flow asks a dozen parts of a diagram for the same rows. An answer is
 * forgotten where the transaction writes a table that the question names, where it locks rows (whoever locks wants them as
 * they are then), where another transaction ran in between or it goes back to a savepoint, and when it ends. Without a
 * transaction every question is asked.
 */
public final class Once {

    /** What the views read ({@code db/migration}); a question that names one depends on these, too. */
    static final Map<String, Set<String>> VIEWS =
            Map.of("staff_site", Set.of("staff_post", "post"), "staff_shut_out", Set.of("staff", "account"));

    private static final Pattern WORD = Pattern.compile("\\w+");

    private static final Pattern WRITTEN =
            Pattern.compile("^\\s*(?:INSERT\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern LOCKING = Pattern.compile("\\bFOR\\s+UPDATE\\b", Pattern.CASE_INSENSITIVE);

    private final Sql sql;

    Once(Sql sql) {
        this.sql = sql;
    }

    /** What was asked: the same question is read as the same thing. */
    private record Question(String sql, List<Object> params, Object as) {}

    /** @return the one row; empty where there is none */
    public <T> Optional<T> find(RowMapper<T> row, String question, Object... params) {
        return answer(new Question(question, Arrays.asList(params), row), () -> sql.find(row, question, params));
    }

    /** @return rows that cannot be changed */
    public <T> List<T> list(RowMapper<T> row, String question, Object... params) {
        return answer(
                new Question(question, Arrays.asList(params), row),
                () -> Collections.unmodifiableList(sql.list(row, question, params)));
    }

    /** @return the one value of the one row; empty where there is no row, or NULL in it */
    public <V> Optional<V> find(Class<V> value, String question, Object... params) {
        return answer(new Question(question, Arrays.asList(params), value), () -> sql.find(value, question, params));
    }

    /** @return the first column of every row; cannot be changed */
    public <V> List<V> list(Class<V> value, String question, Object... params) {
        return answer(
                new Question(question, Arrays.asList(params), List.of(value)),
                () -> Collections.unmodifiableList(sql.list(value, question, params)));
    }

    @SuppressWarnings("unchecked")
    private <A> A answer(Question question, Supplier<A> reader) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return reader.get();
        }
        Map<Question, Object> known = known().answers;
        Object answer = known.get(question);
        if (answer == null) {
            answer = reader.get();
            known.put(question, answer);
        }
        return (A) answer;
    }

    /** @param statement that has run; what it may have changed is forgotten */
    void ran(String statement) {
        Known known = (Known) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            return;
        }
        Matcher written = WRITTEN.matcher(statement);
        if (written.find()) {
            String table = written.group(1).toLowerCase(Locale.ROOT);
            known.answers.keySet().removeIf(question -> names(question.sql(), table));
        } else if (LOCKING.matcher(statement).find()) {
            known.answers.clear();
        }
    }

    /** Everything is asked anew: rows were written past {@link Sql}. */
    void forget() {
        Known known = (Known) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            known.answers.clear();
        }
    }

    static boolean names(String question, String table) {
        return WORD.matcher(question.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .anyMatch(word ->
                        word.equals(table) || VIEWS.getOrDefault(word, Set.of()).contains(table));
    }

    private Known known() {
        Known known = (Known) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new Known();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(known);
        }
        return known;
    }

    /** What one transaction knows. */
    private final class Known implements TransactionSynchronization {

        private final Map<Question, Object> answers = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Once.this);
            // The other transaction may change what was read
            answers.clear();
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Once.this, this);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            answers.clear();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Once.this);
        }
    }
}
