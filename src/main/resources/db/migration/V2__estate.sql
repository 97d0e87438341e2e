-- What is where and who lives there.

create table community (
    code varchar(40) not null,
    name varchar(60) not null,
    constraint community_pk primary key (code)
);

create table site (
    code varchar(40) not null,
    community varchar(40) not null,
    name varchar(60) not null,
    constraint site_pk primary key (code),
    constraint site_community foreign key (community) references community (code)
);
create index site_by_community on site (community);

create table building (
    site varchar(40) not null,
    code varchar(40) not null,
    name varchar(60) not null,
    constraint building_pk primary key (site, code),
    constraint building_site foreign key (site) references site (code)
);

create table home (
    code varchar(40) not null,
    -- UTF-8 bytes of the code: ranges and order by it do not depend on the database's collation (some ignore dashes)
    code_key bytea not null,
    site varchar(40) not null,
    building varchar(40) not null,
    unit varchar(40) not null,
    label varchar(200) not null,
    handover date,
    constraint home_pk primary key (code),
    constraint home_building foreign key (site, building) references building (site, code)
);
create unique index home_by_code_key on home (code_key);
create index home_by_building on home (site, building);

create table place (
    code varchar(40) not null,
    type varchar(20) not null,
    site varchar(40) not null,
    label varchar(200) not null,
    handover date,
    constraint place_pk primary key (code),
    constraint place_site foreign key (site) references site (code)
);
create index place_by_site on place (site);

create table resident (
    home varchar(40) not null,
    number integer not null,
    name varchar(60) not null,
    phone varchar(30) not null,
    -- Last four digits, as callers say them
    phone_tail varchar(4) not null,
    email varchar(254),
    constraint resident_pk primary key (home, number),
    constraint resident_home foreign key (home) references home (code)
);
create index resident_by_phone_tail on resident (phone_tail);
