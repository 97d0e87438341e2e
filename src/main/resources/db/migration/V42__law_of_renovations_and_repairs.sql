-- D9: whether the 管理规约 or the agreement lets the gate refuse material while a violation is not put right; without a
-- word of theirs it must not
ALTER TABLE site_policy ADD COLUMN refuses_material boolean DEFAULT false NOT NULL;
