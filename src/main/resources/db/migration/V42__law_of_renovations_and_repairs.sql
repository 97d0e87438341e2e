-- D9: whether the 管理规约 or the agreement lets the gate refuse material while a violation is not put right; without a
-- word of theirs it must not
ALTER TABLE site_policy ADD COLUMN refuses_material boolean DEFAULT false NOT NULL;

-- D12: a blocked drain is the builder's within two years; who frees people or stops sewage is not who bears the cost
UPDATE category SET warranty_item = 'DRAIN' WHERE code = 'HOME_DRAIN';
UPDATE category SET warranty_item = 'RESCUE' WHERE code IN ('LIFT_TRAPPED', 'SEWAGE_OVERFLOW');
