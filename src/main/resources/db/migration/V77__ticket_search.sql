-- People say the last digits of a ticket's number, as they do of a phone's
ALTER TABLE ticket ADD COLUMN number_tail varchar(4);
UPDATE ticket SET number_tail = right(number, 4);
CREATE INDEX ticket_number_tail ON ticket (number_tail, id);
-- Words are looked for in the tickets of a period, newest first; so is whatever else is asked for by date. Of this column
-- alone: of a longer index PostgreSQL believes that its rows lie scattered, and reads the whole table
CREATE INDEX ticket_opened ON ticket (opened_at);
