-- D9: whether the 管理规约 or the agreement lets the gate refuse material while a violation is not put right; without a
-- word of theirs it must not
ALTER TABLE site_policy ADD COLUMN refuses_material boolean DEFAULT false NOT NULL;

-- D12: a blocked drain is the builder's within two years; who frees people or stops sewage is not who bears the cost
UPDATE category SET warranty_item = 'DRAIN' WHERE code = 'HOME_DRAIN';
UPDATE category SET warranty_item = 'RESCUE' WHERE code IN ('LIFT_TRAPPED', 'SEWAGE_OVERFLOW');

-- What a repair's priority (D1) and whose it is (D12) follow from, as the tables said when it was judged; '' for repairs
-- that were judged before
ALTER TABLE repair ADD COLUMN basis varchar(200) DEFAULT '' NOT NULL;
ALTER TABLE repair ADD COLUMN priority_why varchar(200) DEFAULT '' NOT NULL;
ALTER TABLE repair ADD COLUMN priority_basis varchar(200) DEFAULT '' NOT NULL;
