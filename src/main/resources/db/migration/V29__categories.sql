-- A category that has become a kind of its own is not offered any more; tickets that have it keep it
ALTER TABLE category ADD COLUMN offered boolean DEFAULT TRUE NOT NULL;
UPDATE category SET offered = FALSE WHERE code = 'SERVICE_GOODS';
