package org.shouwen.roster.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Rows of posts with their trades. */
@Component
record PostTable(Sql sql, ApplicationEventPublisher events) {

    /** A post without its trades, with one of them. */
    private record Line(Post post, Optional<String> trade) {}

    private static final Columns<Post> POST = Columns.of(Post.class).with("trades", Set.of());

    private static final Columns<Line> LINE = Columns.of(Line.class).with("post.trades", Set.of());

    Set<String> codes() {
        return new HashSet<>(sql.list(String.class, "SELECT code FROM post"));
    }

    /**
     * @param condition on the post {@code p}
     * @return by code
     */
    List<Post> where(String condition, Object... parameters) {
        Map<String, Post> posts = new TreeMap<>();
        String lines = "SELECT p.*, t.trade FROM post p LEFT JOIN post_trade t ON t.post = p.code WHERE " + condition;
        for (Line line : sql.once().list(LINE, lines, parameters)) {
            Post post = posts.computeIfAbsent(line.post().code(), code -> bare(line.post()));
            line.trade().ifPresent(post.trades()::add);
        }
        return List.copyOf(posts.values());
    }

    private static Post bare(Post post) {
        return new Post(post.code(), post.site(), post.name(), post.duty(), new TreeSet<>());
    }

    void insert(List<Post> posts) {
        for (Post post : posts) {
            sql.insert("post", POST.values(post));
            insertTrades(post);
        }
        events.publishEvent(new Roster.PostsChanged(posts));
    }

    void update(List<Post> posts) {
        for (Post post : posts) {
            sql.update(
                    "UPDATE post SET site = ?, name = ?, duty = ? WHERE code = ?",
                    post.site(),
                    post.name(),
                    post.duty(),
                    post.code());
            sql.update("DELETE FROM post_trade WHERE post = ?", post.code());
            insertTrades(post);
        }
        events.publishEvent(new Roster.PostsChanged(posts));
    }

    private void insertTrades(Post post) {
        for (String trade : post.trades()) {
            sql.update("INSERT INTO post_trade (post, trade) VALUES (?, ?)", post.code(), trade);
        }
    }
}
