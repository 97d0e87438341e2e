-- From when a change of a table is to be in force: what its proposer wishes, then what was approved; null: at once
ALTER TABLE studio_change ADD COLUMN in_force_from TIMESTAMP(3) WITH TIME ZONE;
