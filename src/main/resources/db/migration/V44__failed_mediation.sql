-- Whether they came to an agreement; what was mediated before was answered again, agreed or not
ALTER TABLE complaint_mediation ADD COLUMN settled boolean DEFAULT true NOT NULL;
