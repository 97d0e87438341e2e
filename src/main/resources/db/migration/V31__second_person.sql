-- A link for a second person of a ticket opens the page of what he is asked; null: the resident's page
ALTER TABLE resident_link ADD COLUMN purpose varchar(40);
