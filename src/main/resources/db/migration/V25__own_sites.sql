-- Sites whose tickets a member of staff sees: those of his posts, and of posts where he is named to stand in
create view staff_site as
select sp.staff as staff, p.site as site from staff_post sp join post p on p.code = sp.post
union
select si.substitute as staff, p.site as site from stand_in si join post p on p.code = si.post;
