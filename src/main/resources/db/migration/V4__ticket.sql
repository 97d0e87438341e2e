-- What people choose from at intake; the decision tables read only the enums a row carries
CREATE TABLE category (
    code          varchar(40)  NOT NULL PRIMARY KEY,
    kind          varchar(20)  NOT NULL,
    label         varchar(60)  NOT NULL,
    area          varchar(10),
    trade         varchar(20)  NOT NULL,
    hazard        varchar(30)  NOT NULL,
    warranty_item varchar(20)  NOT NULL,
    position      integer      NOT NULL
);

-- Emergencies are public duty even where they happen in a home (物业管理条例 46): limits and payer follow
INSERT INTO category (position, code, kind, label, area, trade, hazard, warranty_item) VALUES
    (1, 'HOME_PLUMBING', 'REPAIR', '家庭水管维修', 'HOME', 'PLUMBING', 'NONE', 'FITTINGS'),
    (2, 'HOME_ELECTRICAL', 'REPAIR', '家庭电路维修', 'HOME', 'ELECTRICAL', 'NONE', 'FITTINGS'),
    (3, 'HOME_DRAIN', 'REPAIR', '家庭下水疏通', 'HOME', 'PLUMBING', 'NONE', 'NONE'),
    (4, 'HOME_DOOR_WINDOW', 'REPAIR', '入户门窗维修', 'HOME', 'CARPENTRY', 'NONE', 'FITTINGS'),
    (5, 'HOME_HEATING', 'REPAIR', '家庭暖气维修', 'HOME', 'PLUMBING', 'NONE', 'HEATING'),
    (6, 'SEEPAGE', 'REPAIR', '房屋渗漏', NULL, 'CIVIL', 'SEEPAGE', 'WATERPROOFING'),
    (7, 'HANDOVER_DEFECT', 'REPAIR', '交房遗漏工程', 'HOME', 'GENERAL', 'HANDOVER_DEFECT', 'HANDOVER'),
    (8, 'HOME_OTHER', 'REPAIR', '其他居家维修', 'HOME', 'GENERAL', 'NONE', 'NONE'),
    (9, 'PUBLIC_LIGHTING', 'REPAIR', '公共照明', 'PUBLIC', 'ELECTRICAL', 'NONE', 'FITTINGS'),
    (10, 'PUBLIC_PIPE', 'REPAIR', '公共管道', 'PUBLIC', 'PLUMBING', 'NONE', 'FITTINGS'),
    (11, 'PUBLIC_CIVIL', 'REPAIR', '公共土建', 'PUBLIC', 'CIVIL', 'NONE', 'FITTINGS'),
    (12, 'PUBLIC_LIFT', 'REPAIR', '电梯故障', 'PUBLIC', 'LIFT', 'NONE', 'FITTINGS'),
    (13, 'GATE_ACCESS', 'REPAIR', '门禁道闸监控', 'PUBLIC', 'SECURITY_SYSTEM', 'GATE_FAILURE', 'FITTINGS'),
    (14, 'LIFT_TRAPPED', 'REPAIR', '电梯困人', 'PUBLIC', 'LIFT', 'LIFT_TRAPPED', 'NONE'),
    (15, 'GAS_LEAK', 'REPAIR', '燃气泄漏', 'PUBLIC', 'GENERAL', 'GAS_LEAK', 'SUPPLIER_LINE'),
    (16, 'FIRE', 'REPAIR', '火情', 'PUBLIC', 'GENERAL', 'FIRE', 'NONE'),
    (17, 'FALLING_OBJECT', 'REPAIR', '高空坠物', 'PUBLIC', 'GENERAL', 'FALLING_OBJECT', 'NONE'),
    (18, 'ELECTRIC_SHOCK', 'REPAIR', '触电', 'PUBLIC', 'ELECTRICAL', 'ELECTRIC_SHOCK', 'NONE'),
    (19, 'BURST_PIPE', 'REPAIR', '爆管', 'PUBLIC', 'PLUMBING', 'BURST_PIPE', 'FITTINGS'),
    (20, 'LARGE_LEAK', 'REPAIR', '大面积漏水', 'PUBLIC', 'PLUMBING', 'LARGE_LEAK', 'FITTINGS'),
    (21, 'WATER_OUTAGE', 'REPAIR', '停水', 'PUBLIC', 'PLUMBING', 'WATER_OUTAGE', 'SUPPLIER_LINE'),
    (22, 'POWER_OUTAGE', 'REPAIR', '停电', 'PUBLIC', 'ELECTRICAL', 'POWER_OUTAGE', 'SUPPLIER_LINE'),
    (23, 'SEWAGE_OVERFLOW', 'REPAIR', '污水外溢', 'PUBLIC', 'PLUMBING', 'SEWAGE_OVERFLOW', 'NONE'),
    (24, 'PUBLIC_OTHER', 'REPAIR', '其他公共维修', 'PUBLIC', 'GENERAL', 'NONE', 'NONE');

CREATE SEQUENCE ticket_id START WITH 1 INCREMENT BY 1;
-- One number sequence a kind, without a yearly reset; gaps are fine
CREATE SEQUENCE ticket_no_bx START WITH 1 INCREMENT BY 1;

CREATE TABLE ticket (
    id              bigint        NOT NULL PRIMARY KEY,
    number          varchar(20)   NOT NULL UNIQUE,
    kind            varchar(20)   NOT NULL,
    category        varchar(40)   NOT NULL,
    category_label  varchar(60)   NOT NULL,
    area            varchar(10)   NOT NULL,
    site            varchar(40)   NOT NULL,
    home            varchar(40),
    place           varchar(40),
    location        varchar(200)  NOT NULL,
    reporter_name   varchar(60)   NOT NULL,
    reporter_phone  varchar(30)   NOT NULL,
    reporter_email  varchar(200),
    channel         varchar(20)   NOT NULL,
    description     varchar(4000) NOT NULL,
    danger          varchar(20)   NOT NULL,
    scope           varchar(20)   NOT NULL,
    utility_out     boolean       NOT NULL,
    slot_from       timestamp with time zone,
    slot_to         timestamp with time zone,
    priority        varchar(2)    NOT NULL,
    urgent          boolean       NOT NULL,
    report_to       varchar(200)  NOT NULL,
    first_responder varchar(40)   NOT NULL,
    post            varchar(60)   NOT NULL,
    opened_at       timestamp with time zone NOT NULL,
    status          varchar(20)   NOT NULL,
    is_open         boolean       NOT NULL,
    handler         varchar(40),
    returns         integer       NOT NULL,
    urges           integer       NOT NULL,
    next_due        timestamp with time zone,
    version         integer       NOT NULL
);
CREATE INDEX ticket_status ON ticket (status, id);
CREATE INDEX ticket_open ON ticket (is_open, id);
CREATE INDEX ticket_due ON ticket (is_open, next_due);
CREATE INDEX ticket_handler ON ticket (handler, is_open, id);
CREATE INDEX ticket_first_responder ON ticket (first_responder, is_open, id);
CREATE INDEX ticket_home ON ticket (home, id);
CREATE INDEX ticket_place ON ticket (place, id);
CREATE INDEX ticket_phone ON ticket (reporter_phone, id);

-- The promises of a ticket: the limit is frozen, the date may be recomputed
CREATE TABLE ticket_clock (
    ticket_id   bigint        NOT NULL REFERENCES ticket (id),
    clock       varchar(10)   NOT NULL,
    amount      integer       NOT NULL,
    unit        varchar(12)   NOT NULL,
    source      varchar(400)  NOT NULL,
    started_at  timestamp with time zone NOT NULL,
    due_at      timestamp with time zone,
    explanation varchar(1000) NOT NULL,
    stopped_at  timestamp with time zone,
    PRIMARY KEY (ticket_id, clock)
);

-- Append-only
CREATE TABLE ticket_timeline (
    id        bigint        GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    ticket_id bigint        NOT NULL REFERENCES ticket (id),
    at        timestamp with time zone NOT NULL,
    actor     varchar(40)   NOT NULL,
    event     varchar(40)   NOT NULL,
    text      varchar(4200) NOT NULL
);
CREATE INDEX ticket_timeline_ticket ON ticket_timeline (ticket_id, id);

-- What was answered to which idempotency key
CREATE TABLE receipt (
    account     varchar(40)   NOT NULL,
    idempotency_key varchar(200) NOT NULL,
    request     varchar(64)   NOT NULL,
    answer      varchar(20000) NOT NULL,
    at          timestamp with time zone NOT NULL,
    PRIMARY KEY (account, idempotency_key)
);
