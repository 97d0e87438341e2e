-- Who gets no work because he cannot sign in: his account is disabled, or he has none
create view staff_shut_out as
select s.code as staff, a.username is not null as disabled
from staff s left join account a on a.username = s.code
where a.username is null or not a.enabled;
