-- A change of post that waits for signatures can be withdrawn, with a reason
ALTER TABLE post_change ADD COLUMN withdrawn_at timestamp(6) with time zone;
ALTER TABLE post_change ADD COLUMN withdrawn_by varchar(40);
ALTER TABLE post_change ADD COLUMN withdrawn_why varchar(500);
