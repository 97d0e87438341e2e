-- Whose building it is (管家): the one of a unit goes before the one of its building, whose unit is ''. No foreign key to the
-- estate, as everywhere in the roster
create table housekeeper (
    site varchar(40) not null,
    building varchar(40) not null,
    unit varchar(40) not null,
    staff varchar(40) not null,
    set_by varchar(40) not null,
    set_at timestamp(6) with time zone not null,
    constraint housekeeper_pk primary key (site, building, unit),
    constraint housekeeper_staff foreign key (staff) references staff (code)
);
create index housekeeper_by_staff on housekeeper (staff);
