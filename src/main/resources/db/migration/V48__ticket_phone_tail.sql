-- Callers say the last four digits of their number, without an extension, as with residents (V2)
ALTER TABLE ticket ADD COLUMN phone_tail varchar(4);
UPDATE ticket SET phone_tail = CASE
    WHEN reporter_phone LIKE '0%-%-%' THEN right(substring(
        substring(reporter_phone FROM position('-' IN reporter_phone) + 1)
        FROM 1 FOR position('-' IN substring(reporter_phone FROM position('-' IN reporter_phone) + 1)) - 1), 4)
    ELSE right(replace(replace(reporter_phone, '-', ''), '+', ''), 4) END;
CREATE INDEX ticket_phone_tail ON ticket (phone_tail, id);
