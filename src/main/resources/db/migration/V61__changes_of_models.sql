-- A change is of models of every kind, and may be of several at once: diagrams, forms and tables that come in force together
CREATE TABLE studio_change_model (
    change_id BIGINT       NOT NULL REFERENCES studio_change (id) ON DELETE CASCADE,
    -- name of its file: repair.bpmn
    model     VARCHAR(100) NOT NULL,
    -- the version that was changed
    base      VARCHAR(64)  NOT NULL,
    -- the version that it became; null: it is not in force and never was
    version   VARCHAR(64) UNIQUE,
    -- of an undoing: the version whose text came in force again
    restores  VARCHAR(64),
    -- the model while the change is open: one at a time
    open_for  VARCHAR(100) UNIQUE,
    -- the version that it replaced: only one change does
    replaced  VARCHAR(64) UNIQUE,
    PRIMARY KEY (change_id, model)
);

CREATE INDEX studio_change_model_model ON studio_change_model (model, change_id);

-- What is otherwise than in the versions that were changed
CREATE TABLE studio_change_file (
    change_id BIGINT       NOT NULL REFERENCES studio_change (id) ON DELETE CASCADE,
    -- name of a model's file or of a form's
    file      VARCHAR(100) NOT NULL,
    content   TEXT         NOT NULL,
    PRIMARY KEY (change_id, file)
);

INSERT INTO studio_change_model (change_id, model, base, version, restores, open_for, replaced)
    SELECT id, file, base, version, restores, CASE WHEN open_for IS NULL THEN NULL ELSE file END, replaced FROM studio_change;

INSERT INTO studio_change_file (change_id, file, content) SELECT id, file, xml FROM studio_change;

DROP INDEX studio_change_table;
ALTER TABLE studio_change DROP COLUMN rule_table;
ALTER TABLE studio_change DROP COLUMN file;
ALTER TABLE studio_change DROP COLUMN base;
ALTER TABLE studio_change DROP COLUMN xml;
ALTER TABLE studio_change DROP COLUMN version;
ALTER TABLE studio_change DROP COLUMN restores;
ALTER TABLE studio_change DROP COLUMN open_for;
ALTER TABLE studio_change DROP COLUMN replaced;

CREATE INDEX studio_change_state ON studio_change (state, id);
