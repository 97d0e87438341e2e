-- What a department of version 24 has after a year, in numbers that take an update some seconds: homes and who lives there,
-- staff and accounts, 6,000 tickets with their clocks, lines, links, notices and visits, a third of them of each kind.

INSERT INTO community (code, name) VALUES ('garden', '花园');
INSERT INTO site (code, community, name) VALUES ('east', 'garden', '东苑'), ('west', 'garden', '西苑');
INSERT INTO building (site, code, name) SELECT s.code, CAST(b.x AS varchar), b.x || ' 号楼' FROM site s, system_range(1, 20) b(x);
INSERT INTO home (code, code_key, site, building, unit, label, handover)
SELECT b.site || '-' || b.code || '-' || n.x, CAST(b.site || '-' || b.code || '-' || n.x AS bytea), b.site, b.code, '1',
    b.code || ' 号楼 ' || n.x || ' 室', DATE '2020-01-01' FROM building b, system_range(101, 150) n(x);
INSERT INTO resident (home, number, name, phone, phone_tail, email)
SELECT code, 1, '住户 ' || code, '13800000000', '0000', 'r@residents.example' FROM home;
INSERT INTO staff (code, name) SELECT 'staff' || x, '员工' || x FROM system_range(1, 50) r(x);
INSERT INTO post (code, site, name, duty) VALUES ('desk-east', 'east', '客服', 'FRONT_DESK'), ('lead-east', 'east', '班长', 'LEAD');
INSERT INTO staff_post (staff, post) SELECT code, 'desk-east' FROM staff;
INSERT INTO account (username, password_hash, enabled, sign_in_epoch, created_at, password_set_at)
SELECT code, '{bcrypt}$2a$10$abcdefghijklmnopqrstuv', TRUE, 0, TIMESTAMP WITH TIME ZONE '2026-01-01 08:00:00+08', TIMESTAMP WITH TIME ZONE '2026-01-01 08:00:00+08'
FROM staff;
INSERT INTO account_role (account, role_name) SELECT username, 'FRONT_DESK' FROM account;
INSERT INTO absence (staff, kind, starts, ends, reason, status, asked_by, asked_at)
SELECT code, 'LEAVE', TIMESTAMP WITH TIME ZONE '2026-02-02 08:00:00+08', TIMESTAMP WITH TIME ZONE '2026-02-03 08:00:00+08', '家里有事', 'APPROVED', code,
    TIMESTAMP WITH TIME ZONE '2026-02-01 08:00:00+08' FROM staff;

INSERT INTO ticket (id, number, kind, category, category_label, area, site, home, location, reporter_name, reporter_phone,
    channel, description, danger, scope, utility_out, priority, urgent, report_to, first_responder, post, opened_at,
    status, is_open, handler, returns, urges, version)
SELECT x,
    CASE MOD(x, 3) WHEN 0 THEN 'BX' WHEN 1 THEN 'TS' ELSE 'ZS' END || '-26-' || LPAD(x, 6, '0'),
    CASE MOD(x, 3) WHEN 0 THEN 'REPAIR' WHEN 1 THEN 'COMPLAINT' ELSE 'RENOVATION' END,
    CASE MOD(x, 3) WHEN 0 THEN 'HOME_DRAIN' WHEN 1 THEN 'COMPLAINT_NOISE' ELSE 'RENOVATION_HOME' END,
    '类别', 'HOME', 'east', 'east-1-101', '1 号楼 101 室', '住户 ' || x,
    CASE MOD(x, 4) WHEN 0 THEN '13812345678' WHEN 1 THEN '0531-88886666-801' WHEN 2 THEN '+85291234567' ELSE '' END,
    'PHONE', '下水道堵了 ' || x, 'NONE', 'ONE_HOME', FALSE, 'P3', FALSE, '', 'staff1', 'desk-east',
    TIMESTAMP WITH TIME ZONE '2026-03-01 08:00:00+08', CASE MOD(x, 5) WHEN 0 THEN 'WITHDRAWN' ELSE 'CLOSED' END, FALSE, 'staff2', 0, 0, 7
FROM system_range(1, 6000) r(x);
INSERT INTO ticket_clock (ticket_id, clock, cycle, amount, unit, source, started_at, due_at, explanation, stopped_at, promised, watched)
SELECT id, c.c, 0, 2, 'WORK_HOURS', 'D2', opened_at, TIMESTAMP WITH TIME ZONE '2026-03-01 10:00:00+08', '2 个工作小时',
    TIMESTAMP WITH TIME ZONE '2026-03-01 09:30:00+08', TRUE, TRUE FROM ticket, (VALUES ('RESPOND'), ('FINISH')) c(c);
INSERT INTO ticket_timeline (ticket_id, at, actor, event, text)
SELECT id, opened_at, 'staff1', 'registered', '登记：' || description FROM ticket
UNION ALL
SELECT id, TIMESTAMP WITH TIME ZONE '2026-03-01 09:30:00+08', 'staff1', LOWER(status), '办结' FROM ticket;
INSERT INTO resident_link (token_hash, ticket, issued_at, issued_by) SELECT 'hash' || id, number, opened_at, 'system' FROM ticket;
INSERT INTO notice (ticket, template, channel, addressee, address, subject, body, dedupe_key, status, attempts, created_at, sent_at)
SELECT number, 'received-resident', 'EMAIL', 'resident', 'r@residents.example', '已受理', '您好', 'key' || id, 'SENT', 1, opened_at, opened_at
FROM ticket;
INSERT INTO return_visit (ticket, round, occasion, site, rated, rate, drawn, amount, unit, visitor, not_handler, method,
    reopens, after_rain, attempts, planned_at, due_at, explanation, outcome, ended_at, is_open)
SELECT number, 0, 'CLOSED', 'east', 'REPAIR', 100, TRUE, 3, 'DAYS', 'FIRST_RESPONDER', TRUE, 'PHONE', TRUE, FALSE, 1, opened_at,
    opened_at, '3 天', 'SATISFIED', opened_at, FALSE FROM ticket WHERE status = 'CLOSED';
INSERT INTO attachment (id, ticket, name, media_type, bytes, by_whom, at, content)
SELECT 'a' || id, number, '照片.png', 'image/png', 1000, 'staff1', opened_at, CAST(REPEAT('x', 1000) AS bytea) FROM ticket WHERE id <= 500;
INSERT INTO repair (ticket, responsible, paid, advice, cause)
SELECT number, 'OWNER', TRUE, '请业主付费', '' FROM ticket WHERE kind = 'REPAIR';
INSERT INTO complaint (ticket, grade, owner, why, circumstances, households, repeats, two_people)
SELECT number, 'ORDINARY', 'FIRST_RESPONDER', '一般', '', 1, 0, FALSE FROM ticket WHERE kind = 'COMPLAINT';
INSERT INTO complaint_answer (ticket, round, at, actor, text, response)
SELECT ticket, 1, TIMESTAMP WITH TIME ZONE '2026-03-01 09:00:00+08', 'staff1', '已制止', 'AGREED' FROM complaint;
INSERT INTO complaint_mediation (ticket, at, actor, result)
SELECT ticket, TIMESTAMP WITH TIME ZONE '2026-03-01 09:00:00+08', 'staff1', '双方同意' FROM complaint;
INSERT INTO complaint_measure (ticket, round, what, staff, due_at, is_open, ended_at, ended_by, result)
SELECT number, 1, '每日巡查', 'staff3', TIMESTAMP WITH TIME ZONE '2026-03-02 18:00:00+08', FALSE, TIMESTAMP WITH TIME ZONE '2026-03-02 09:00:00+08', 'staff3',
    CASE MOD(id, 2) WHEN 0 THEN '已巡查' END FROM ticket WHERE kind = 'COMPLAINT';
INSERT INTO site_policy (site, city, estate_level, deposit, card_a, card_b, chosen_by, chosen_at)
VALUES ('east', 'SHANGHAI', 'ONE', TRUE, 'A', 'B', 'staff1', TIMESTAMP WITH TIME ZONE '2026-01-01 08:00:00+08');
INSERT INTO renovation (ticket, site, home, applicant, property, acts, qualified_design, workers, deposit, starts_on, ends_on, stage)
SELECT number, site, home, 'OWNER', 'HOME', 'ORDINARY', FALSE, FALSE, FALSE, DATE '2026-03-01', DATE '2026-06-01', 'CLOSED'
FROM ticket WHERE kind = 'RENOVATION';
INSERT INTO renovation_certificate (number, ticket, site, starts_on, ends_on, issued_at, issued_by)
SELECT 'DJ' || id, number, site, DATE '2026-03-01', DATE '2026-06-01', opened_at, 'staff1' FROM ticket WHERE kind = 'RENOVATION';
