-- Who works where and when. Sites belong to the estate: their codes stand here without a foreign key.

create table staff (
    code varchar(40) not null,
    name varchar(60) not null,
    phone varchar(30),
    email varchar(254),
    constraint staff_pk primary key (code)
);

create table post (
    code varchar(40) not null,
    site varchar(40) not null,
    name varchar(60) not null,
    duty varchar(20) not null,
    constraint post_pk primary key (code)
);
create index post_by_site on post (site, duty);

create table post_trade (
    post varchar(40) not null,
    trade varchar(40) not null,
    constraint post_trade_pk primary key (post, trade),
    constraint post_trade_post foreign key (post) references post (code)
);

create table staff_post (
    staff varchar(40) not null,
    post varchar(40) not null,
    constraint staff_post_pk primary key (staff, post),
    constraint staff_post_staff foreign key (staff) references staff (code),
    constraint staff_post_post foreign key (post) references post (code)
);
create index staff_post_by_post on staff_post (post);

create table on_call_shift (
    site varchar(40) not null,
    staff varchar(40) not null,
    starts time not null,
    ends time not null,
    call_order integer not null,
    constraint on_call_shift_pk primary key (site, staff, starts, ends),
    constraint on_call_shift_staff foreign key (staff) references staff (code)
);
create index on_call_shift_by_staff on on_call_shift (staff);
