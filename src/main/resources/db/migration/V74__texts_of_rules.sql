-- Not wordings alone are kept version by version: a year's holidays are changed as they are
ALTER TABLE notice_wording RENAME TO rule_text;
