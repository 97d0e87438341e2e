-- The call goes round again until somebody answers: once a person and round
alter table on_call_attempt add column round integer default 1 not null;
alter table on_call_attempt drop constraint on_call_attempt_pk;
alter table on_call_attempt add constraint on_call_attempt_pk primary key (ticket, cycle, round, staff);
