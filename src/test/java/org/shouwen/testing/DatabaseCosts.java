package org.shouwen.testing;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts statements, inserted rows and commits of everything that goes through the watched data source. */
public final class DatabaseCosts {

    private static final AtomicInteger COMMITS = new AtomicInteger();
    private static final AtomicInteger INSERTED = new AtomicInteger();
    private static final AtomicInteger STATEMENTS = new AtomicInteger();

    private DatabaseCosts() {}

    /** What was counted. */
    public record Costs(int commits, int insertedRows, int statements) {}

    static DataSource watch(DataSource plain) {
        return ProxyDataSourceBuilder.create(plain)
                .listener(new QueryExecutionListener() {
                    @Override
                    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

                    @Override
                    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        for (QueryInfo query : queries) {
                            STATEMENTS.incrementAndGet();
                            if (query.getQuery()
                                    .strip()
                                    .toLowerCase(Locale.ROOT)
                                    .startsWith("insert")) {
                                INSERTED.addAndGet(
                                        Math.max(1, query.getParametersList().size()));
                            }
                        }
                    }
                })
                .afterMethod(DatabaseCosts::count)
                .build();
    }

    private static void count(MethodExecutionContext call) {
        if (call.getMethod().getName().equals("commit")) {
            COMMITS.incrementAndGet();
        }
    }

    /** Starts counting anew. */
    public static void reset() {
        COMMITS.set(0);
        INSERTED.set(0);
        STATEMENTS.set(0);
    }

    public static Costs counted() {
        return new Costs(COMMITS.get(), INSERTED.get(), STATEMENTS.get());
    }
}
