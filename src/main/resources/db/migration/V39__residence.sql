-- Residence begins and ends; null: always, and for good. Whoever has moved out is kept and no longer found or offered
alter table resident add column moved_in date;
alter table resident add column moved_out date;
