-- What programs read of an event, beside its sentence: JSON by the names that its declaration states; null: nothing
alter table ticket_timeline add column facts text;
