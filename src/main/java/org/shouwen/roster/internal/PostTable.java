package org.shouwen.roster.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows of posts with their trades. */
@Component
class PostTable {

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    PostTable(JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    Set<String> codes() {
        return new HashSet<>(jdbc.queryForList("select code from post", String.class));
    }

    /**
     * @param condition on the post {@code p}
     * @return by code
     */
    List<Post> where(String condition, Object... parameters) {
        Map<String, Post> posts = new LinkedHashMap<>();
        jdbc.query(
                "select p.code, p.site, p.name, p.duty, t.trade from post p left join post_trade t on t.post = p.code where "
                        + condition,
                row -> {
                    String code = row.getString("code");
                    Post post = posts.get(code);
                    if (post == null) {
                        post = new Post(
                                code,
                                row.getString("site"),
                                row.getString("name"),
                                Duty.valueOf(row.getString("duty")),
                                new TreeSet<>());
                        posts.put(code, post);
                    }
                    if (row.getString("trade") != null) {
                        post.trades().add(row.getString("trade"));
                    }
                },
                parameters);
        return posts.values().stream().sorted(Comparator.comparing(Post::code)).toList();
    }

    void insert(List<Post> posts) {
        for (Post post : posts) {
            jdbc.update(
                    "insert into post (code, site, name, duty) values (?, ?, ?, ?)",
                    post.code(),
                    post.site(),
                    post.name(),
                    post.duty().name());
            insertTrades(post);
        }
        events.publishEvent(new Roster.PostsChanged(posts));
    }

    void update(List<Post> posts) {
        for (Post post : posts) {
            jdbc.update(
                    "update post set site = ?, name = ?, duty = ? where code = ?",
                    post.site(),
                    post.name(),
                    post.duty().name(),
                    post.code());
            jdbc.update("delete from post_trade where post = ?", post.code());
            insertTrades(post);
        }
        events.publishEvent(new Roster.PostsChanged(posts));
    }

    private void insertTrades(Post post) {
        for (String trade : post.trades()) {
            jdbc.update("insert into post_trade (post, trade) values (?, ?)", post.code(), trade);
        }
    }
}
