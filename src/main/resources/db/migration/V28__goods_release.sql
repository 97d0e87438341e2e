-- 物品放行: who takes what out, with whose consent, and what has passed the gate
INSERT INTO category (position, code, kind, label, area, trade, hazard, warranty_item) VALUES
    (301, 'GOODS_MOVING', 'GOODS', '搬家物品', NULL, 'GENERAL', 'NONE', 'NONE'),
    (302, 'GOODS_FURNITURE', 'GOODS', '家具家电', NULL, 'GENERAL', 'NONE', 'NONE'),
    (303, 'GOODS_TOOLS', 'GOODS', '施工工具和材料', NULL, 'GENERAL', 'NONE', 'NONE'),
    (304, 'GOODS_TRADE', 'GOODS', '商铺货物', NULL, 'GENERAL', 'NONE', 'NONE'),
    (305, 'GOODS_OTHER', 'GOODS', '其他物品', NULL, 'GENERAL', 'NONE', 'NONE');

CREATE SEQUENCE ticket_no_wp START WITH 1 INCREMENT BY 1;

-- The slip goes by the number of its ticket; issued_by is null until it is issued
create table goods_release (
    number varchar(20) not null,
    site varchar(40) not null,
    applicant varchar(20) not null,
    proof varchar(20) not null,
    arrears boolean not null,
    ruling varchar(10) not null,
    missing varchar(200) not null,
    basis varchar(200) not null,
    last_day date,
    consent boolean,
    consent_how varchar(10),
    consent_words varchar(500),
    consent_by varchar(40),
    consent_at timestamp with time zone,
    issued_at timestamp with time zone,
    issued_by varchar(40),
    valid_until timestamp with time zone,
    ended_at timestamp with time zone,
    constraint goods_release_pk primary key (number),
    constraint goods_release_ticket foreign key (number) references ticket (number)
);
create index goods_release_by_issue on goods_release (site, issued_at);

create table goods_line (
    number varchar(20) not null,
    line integer not null,
    what varchar(60) not null,
    listed integer not null,
    remaining integer not null,
    constraint goods_line_pk primary key (number, line),
    constraint goods_line_release foreign key (number) references goods_release (number)
);

create table goods_passage (
    id bigint generated always as identity,
    number varchar(20) not null,
    at timestamp with time zone not null,
    passed_by varchar(40) not null,
    turned_away boolean not null,
    text varchar(4000) not null,
    constraint goods_passage_pk primary key (id),
    constraint goods_passage_release foreign key (number) references goods_release (number)
);
create index goods_passage_by_release on goods_passage (number, at);
