package org.shouwen.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts statements and commits of everything that goes through the watched data source, but for what the scheduler of
 * the mails does by itself beside.
 */
public final class DatabaseCosts {

    private static final AtomicInteger COMMITS = new AtomicInteger();
    private static final AtomicInteger STATEMENTS = new AtomicInteger();

    private DatabaseCosts() {}

    /** What was counted. */
    public record Costs(int commits, int statements) {}

    static DataSource watch(DataSource plain) {
        return ProxyDataSourceBuilder.create(plain)
                .listener(new QueryExecutionListener() {
                    @Override
                    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

                    @Override
                    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        if (isCounted()) {
                            STATEMENTS.addAndGet(queries.size());
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

    private static boolean isCounted() {
        return !Thread.currentThread().getName().startsWith("db-scheduler");
    }

    /** Starts counting anew. */
    public static void reset() {
        COMMITS.set(0);
        STATEMENTS.set(0);
    }

    public static Costs counted() {
        return new Costs(COMMITS.get(), STATEMENTS.get());
    }
}
