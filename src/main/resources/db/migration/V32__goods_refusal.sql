-- Why goods were not let out, as the applicant reads it; with what is missing it is one item of the notice
ALTER TABLE goods_release ADD COLUMN refusal varchar(300);
