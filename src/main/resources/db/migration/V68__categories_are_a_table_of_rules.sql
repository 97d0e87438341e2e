-- Categories are rows of the decision table categories.dmn from here on. What was changed here before goes over when the
-- table comes in force for the first time (FormerCategories); these rows are read by nobody afterwards
ALTER TABLE category RENAME TO former_category;
