-- Which tables decided what a ticket is, in which version, and what each was asked: JSON, written with the ticket
alter table ticket add column decisions text;
