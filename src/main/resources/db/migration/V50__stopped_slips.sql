-- Why the rest of a slip's goods may not leave any more; null: nobody stopped it
ALTER TABLE goods_release ADD COLUMN stopped_for varchar(1000);
-- Why goods were not let out, as a code; null: they were not refused, or before this was kept
ALTER TABLE goods_release ADD COLUMN refusal_ground varchar(20);
