-- Who was late when a supervision began: whoever is not asked about it, and cannot acknowledge it
alter table escalation add column late varchar(40);
