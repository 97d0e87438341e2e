-- Days that differ from their week. site '' = the whole country; a site's own row is right where both speak.
CREATE TABLE calendar_day (
    site        VARCHAR(40)   DEFAULT ''    NOT NULL,
    on_date     DATE                        NOT NULL,
    kind        VARCHAR(20)                 NOT NULL CHECK (kind IN ('OFF', 'EXTRA_WORKING')),
    name        VARCHAR(60)                 NOT NULL,
    -- one of the statutory festival days themselves, not a day moved to make a longer holiday
    statutory   BOOLEAN       DEFAULT FALSE NOT NULL,
    -- announced; false = worked out from the law
    published   BOOLEAN       DEFAULT FALSE NOT NULL,
    source      VARCHAR(1000) DEFAULT ''    NOT NULL,
    -- year of the notice that names the day: a notice may reach into the December before
    notice_year INTEGER                     NOT NULL,
    PRIMARY KEY (site, on_date)
);

-- Working week of a site; site '' = of all sites without one. Without any row: Mon-Fri 08:30-12:00, 14:00-18:00.
CREATE TABLE calendar_slot (
    site    VARCHAR(40) DEFAULT '' NOT NULL,
    -- ISO: 1 = Monday
    weekday INTEGER                NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts  TIME                   NOT NULL,
    -- 00:00 = end of the day
    ends    TIME                   NOT NULL,
    PRIMARY KEY (site, weekday, starts)
);

-- 2026: State Council notice of 2025-11-04
INSERT INTO calendar_day (on_date, kind, name, statutory, published, notice_year, source)
VALUES
    (DATE '2026-01-01', 'OFF', '元旦', TRUE, TRUE, 2026, ''),
    (DATE '2026-01-02', 'OFF', '元旦', FALSE, TRUE, 2026, ''),
    (DATE '2026-01-03', 'OFF', '元旦', FALSE, TRUE, 2026, ''),
    (DATE '2026-01-04', 'EXTRA_WORKING', '元旦', FALSE, TRUE, 2026, ''),
    (DATE '2026-02-14', 'EXTRA_WORKING', '春节', FALSE, TRUE, 2026, ''),
    (DATE '2026-02-15', 'OFF', '春节', FALSE, TRUE, 2026, ''),
    (DATE '2026-02-16', 'OFF', '春节', TRUE, TRUE, 2026, ''),
    (DATE '2026-02-17', 'OFF', '春节', TRUE, TRUE, 2026, ''),
    (DATE '2026-02-18', 'OFF', '春节', TRUE, TRUE, 2026, ''),
    (DATE '2026-02-19', 'OFF', '春节', TRUE, TRUE, 2026, ''),
    (DATE '2026-02-20', 'OFF', '春节', FALSE, TRUE, 2026, ''),
    (DATE '2026-02-21', 'OFF', '春节', FALSE, TRUE, 2026, ''),
    (DATE '2026-02-22', 'OFF', '春节', FALSE, TRUE, 2026, ''),
    (DATE '2026-02-23', 'OFF', '春节', FALSE, TRUE, 2026, ''),
    (DATE '2026-02-28', 'EXTRA_WORKING', '春节', FALSE, TRUE, 2026, ''),
    (DATE '2026-04-04', 'OFF', '清明节', FALSE, TRUE, 2026, ''),
    (DATE '2026-04-05', 'OFF', '清明节', TRUE, TRUE, 2026, ''),
    (DATE '2026-04-06', 'OFF', '清明节', FALSE, TRUE, 2026, ''),
    (DATE '2026-05-01', 'OFF', '劳动节', TRUE, TRUE, 2026, ''),
    (DATE '2026-05-02', 'OFF', '劳动节', TRUE, TRUE, 2026, ''),
    (DATE '2026-05-03', 'OFF', '劳动节', FALSE, TRUE, 2026, ''),
    (DATE '2026-05-04', 'OFF', '劳动节', FALSE, TRUE, 2026, ''),
    (DATE '2026-05-05', 'OFF', '劳动节', FALSE, TRUE, 2026, ''),
    (DATE '2026-05-09', 'EXTRA_WORKING', '劳动节', FALSE, TRUE, 2026, ''),
    (DATE '2026-06-19', 'OFF', '端午节', TRUE, TRUE, 2026, ''),
    (DATE '2026-06-20', 'OFF', '端午节', FALSE, TRUE, 2026, ''),
    (DATE '2026-06-21', 'OFF', '端午节', FALSE, TRUE, 2026, ''),
    (DATE '2026-09-20', 'EXTRA_WORKING', '国庆节', FALSE, TRUE, 2026, ''),
    (DATE '2026-09-25', 'OFF', '中秋节', TRUE, TRUE, 2026, ''),
    (DATE '2026-09-26', 'OFF', '中秋节', FALSE, TRUE, 2026, ''),
    (DATE '2026-09-27', 'OFF', '中秋节', FALSE, TRUE, 2026, ''),
    (DATE '2026-10-01', 'OFF', '国庆节', TRUE, TRUE, 2026, ''),
    (DATE '2026-10-02', 'OFF', '国庆节', TRUE, TRUE, 2026, ''),
    (DATE '2026-10-03', 'OFF', '国庆节', TRUE, TRUE, 2026, ''),
    (DATE '2026-10-04', 'OFF', '国庆节', FALSE, TRUE, 2026, ''),
    (DATE '2026-10-05', 'OFF', '国庆节', FALSE, TRUE, 2026, ''),
    (DATE '2026-10-06', 'OFF', '国庆节', FALSE, TRUE, 2026, ''),
    (DATE '2026-10-07', 'OFF', '国庆节', FALSE, TRUE, 2026, ''),
    (DATE '2026-10-10', 'EXTRA_WORKING', '国庆节', FALSE, TRUE, 2026, '');

UPDATE calendar_day
   SET source = 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'
 WHERE notice_year = 2026;

-- 2027: not announced when this was written; the statutory days only, six of them on weekends, so the real ones differ
INSERT INTO calendar_day (on_date, kind, name, statutory, published, notice_year, source)
VALUES
    (DATE '2027-01-01', 'OFF', '元旦', TRUE, FALSE, 2027, ''),
    (DATE '2027-02-05', 'OFF', '春节', TRUE, FALSE, 2027, ''),
    (DATE '2027-02-06', 'OFF', '春节', TRUE, FALSE, 2027, ''),
    (DATE '2027-02-07', 'OFF', '春节', TRUE, FALSE, 2027, ''),
    (DATE '2027-02-08', 'OFF', '春节', TRUE, FALSE, 2027, ''),
    (DATE '2027-04-05', 'OFF', '清明节', TRUE, FALSE, 2027, ''),
    (DATE '2027-05-01', 'OFF', '劳动节', TRUE, FALSE, 2027, ''),
    (DATE '2027-05-02', 'OFF', '劳动节', TRUE, FALSE, 2027, ''),
    (DATE '2027-06-09', 'OFF', '端午节', TRUE, FALSE, 2027, ''),
    (DATE '2027-09-15', 'OFF', '中秋节', TRUE, FALSE, 2027, ''),
    (DATE '2027-10-01', 'OFF', '国庆节', TRUE, FALSE, 2027, ''),
    (DATE '2027-10-02', 'OFF', '国庆节', TRUE, FALSE, 2027, ''),
    (DATE '2027-10-03', 'OFF', '国庆节', TRUE, FALSE, 2027, '');

UPDATE calendar_day
   SET source = '《全国年节及纪念日放假办法》（2024 年修订），待国务院公布后导入'
 WHERE notice_year = 2027;
