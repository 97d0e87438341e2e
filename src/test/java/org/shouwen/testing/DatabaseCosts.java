package org.shouwen.testing;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts statements, rows written and commits of everything that goes through the watched data source, but for what the
 * scheduler of the mails does by itself beside. A statement that is sent in a batch counts as often as the database runs it.
 */
public final class DatabaseCosts {

    private static final AtomicInteger COMMITS = new AtomicInteger();
    private static final AtomicInteger STATEMENTS = new AtomicInteger();
    private static final AtomicInteger WRITTEN = new AtomicInteger();
    private static final Map<String, Integer> TEXTS = new ConcurrentHashMap<>();

    private DatabaseCosts() {}

    /**
     * What was counted.
     *
     * @param written rows that were inserted, changed and deleted
     * @param texts how often each statement ran
     */
    public record Costs(int commits, int statements, int written, Map<String, Integer> texts) {}

    static DataSource watch(DataSource plain) {
        return ProxyDataSourceBuilder.create(plain)
                .listener(new QueryExecutionListener() {
                    @Override
                    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

                    @Override
                    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        if (isCounted()) {
                            queries.forEach(query -> count(query, execution.isBatch()));
                            WRITTEN.addAndGet(written(execution));
                        }
                    }
                })
                .afterMethod(DatabaseCosts::count)
                .build();
    }

    private static void count(MethodExecutionContext call) {
        if (isCounted() && call.getMethod().getName().equals("commit")) {
            COMMITS.incrementAndGet();
        }
    }

    private static void count(QueryInfo query, boolean batch) {
        int times = batch ? Math.max(1, query.getParametersList().size()) : 1;
        STATEMENTS.addAndGet(times);
        TEXTS.merge(query.getQuery().strip().replaceAll("\\s+", " "), times, Integer::sum);
    }

    private static int written(ExecutionInfo execution) {
        Object result = execution.getResult();
        if (result instanceof int[] batch) {
            return Arrays.stream(batch).filter(rows -> rows > 0).sum();
        }
        if (result instanceof Integer rows) {
            return rows;
        }
        try {
            // The engine runs reading and writing statements alike and asks afterwards
            return Boolean.FALSE.equals(result)
                    ? Math.max(0, execution.getStatement().getUpdateCount())
                    : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCounted() {
        return !Thread.currentThread().getName().startsWith("db-scheduler");
    }

    /** Starts counting anew. */
    public static void reset() {
        COMMITS.set(0);
        STATEMENTS.set(0);
        WRITTEN.set(0);
        TEXTS.clear();
    }

    public static Costs counted() {
        return new Costs(COMMITS.get(), STATEMENTS.get(), WRITTEN.get(), new TreeMap<>(TEXTS));
    }
}
