package org.shouwen.ticket.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Words;
import org.shouwen.problem.Words.Wrong;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Disclosure;
import org.shouwen.ticket.Due;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Sort;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.TicketQuery.Filter;
import org.shouwen.ticket.TicketSearch;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.wording.Moments;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tickets of every kind over HTTP. */
@Allowed
@RestController
@RequestMapping("/api/tickets")
@Tag(name = "tickets")
class TicketsController {

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private static final Words WORDS = Words.FIELDS
            .saying(Wrong.NUMBER, "size-invalid", "%1$s（%2$s）须为 %4$s 到 %5$s 的整数")
            .saying(Wrong.FLAG, "overdue-invalid", "%2$s 只能是 true 或 false");

    private final TicketDesk desk;
    private final Tickets tickets;
    private final Roster roster;
    private final TicketSearch search;
    private final ObjectMapper json;
    private final TicketViews views;
    private final Privacy privacy;
    private final Moments moments;

    TicketsController(
            TicketDesk desk,
            Tickets tickets,
            Roster roster,
            TicketSearch search,
            ObjectMapper json,
            TicketViews views,
            Privacy privacy,
            Moments moments) {
        this.desk = desk;
        this.tickets = tickets;
        this.roster = roster;
        this.search = search;
        this.json = json;
        this.views = views;
        this.privacy = privacy;
        this.moments = moments;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Opens a ticket; with an Idempotency-Key a repeated request gets the first answer")
    ResponseEntity<String> open(
            @RequestBody TicketRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Caller caller) {
        String answer = key == null
                ? answer(desk.open(intake(request), request.joined(), caller.code(), moments.now()), caller)
                : openOnce(TicketRequest.text(key, "Idempotency-Key", "请求编号", 200), request, caller);
        return ResponseEntity.created(URI.create("/api/tickets/" + numberIn(answer)))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    private Intake intake(TicketRequest request) {
        return request.intake(moments.zone(), desk::isEmergency);
    }

    private String openOnce(String key, TicketRequest request, Caller caller) {
        try {
            return tryOnce(key, request, caller);
        } catch (Refusal refusal) {
            // The same request came twice at once and lost the race: now the winner's answer is there
            if (refusal.name().equals("request-in-progress")) {
                return tryOnce(key, request, caller);
            }
            throw refusal;
        }
    }

    private String tryOnce(String key, TicketRequest request, Caller caller) {
        return desk.openOnce(
                key,
                fingerprint(request),
                intake(request),
                request.joined(),
                caller.code(),
                moments.now(),
                ticket -> answer(ticket, caller));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One ticket")
    TicketView get(@PathVariable String number, Caller caller) {
        return views.of(number, caller);
    }

    /** One line of a ticket's history; {@code standsFor} is the code of the person in whose place the actor acted (代A). */
    record LineView(Instant at, String actor, String actorName, String standsFor, String event, String text) {}

    record TimelineView(List<LineView> items) {}

    @GetMapping("/{number}/timeline")
    @Operation(summary = "The ticket's history, oldest first")
    TimelineView timeline(@PathVariable String number, Caller caller) {
        Disclosure disclosure = privacy.of(tickets.get(number), caller);
        return new TimelineView(tickets.timeline(number).stream()
                .map(entry -> new LineView(
                        entry.at(),
                        entry.actor(),
                        TimelineEntry.nameOf(entry.actor(), roster),
                        entry.standsFor(),
                        entry.event(),
                        disclosure.within(entry.text())))
                .toList());
    }

    record PageView(List<TicketView> items, String next) {}

    /** The other names are those of {@link TicketSearch#NAMES}. */
    @GetMapping
    @Operation(
            summary = "Tickets, newest first unless sorted otherwise, page by page: hand in `next` as `after`",
            description =
                    "`q` finds a number or its last four digits, a room, a place, a phone or its last four digits, a"
                            + " name, and words of what is written; words, where there is no `from`, in the last twelve months.")
    PageView list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) String site,
            @RequestParam(required = false) String status,
            @RequestParam(required = false) String due,
            @RequestParam(required = false) String overdue,
            @RequestParam(required = false) String person,
            @RequestParam(required = false) String handler,
            @RequestParam(required = false) String post,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String until,
            @RequestParam(required = false) String sort,
            @RequestParam(required = false) String size,
            @RequestParam(required = false) String after,
            @Parameter(hidden = true) @RequestParam Map<String, String> asked,
            Caller caller) {
        TicketQuery query = search.query(
                asked, flag(overdue) ? Filter.NONE.due(Due.OVERDUE) : Filter.NONE, Sort.NEWEST, size(size), caller);
        Tickets.Page page = tickets.page(query, moments.now());
        return new PageView(
                page.items().stream()
                        .map(ticket -> views.inList(ticket, caller))
                        .toList(),
                page.next());
    }

    private String answer(Ticket ticket, Caller caller) {
        try {
            return json.writeValueAsString(views.of(ticket, caller));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String numberIn(String answer) {
        try {
            return json.readTree(answer).path("number").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String fingerprint(TicketRequest request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(json.writeValueAsString(request).getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean flag(String text) {
        Written asked = WORDS.written(text, "overdue", "");
        return asked.isGiven() && asked.flag();
    }

    private static int size(String text) {
        Written asked = WORDS.written(text, "size", "每页条数");
        return asked.isGiven() ? asked.whole(1, LARGEST_PAGE) : USUAL_PAGE;
    }
}
