-- A promised measure that was given up, with a reason, is told from one that was carried out
ALTER TABLE complaint_measure ADD COLUMN ending varchar(12);

UPDATE complaint_measure SET ending = 'DONE' WHERE is_open = FALSE AND result IS NOT NULL;
UPDATE complaint_measure SET ending = 'CANCELLED' WHERE is_open = FALSE AND result IS NULL;
