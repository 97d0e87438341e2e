-- What people come with who have nothing to complain of and nothing to repair; at a home, a place, or the site as a whole
INSERT INTO category (position, code, kind, label, area, trade, hazard, warranty_item) VALUES
    (201, 'CONSULT_FEES', 'CONSULTATION', '物业费和账单', NULL, 'GENERAL', 'NONE', 'NONE'),
    (202, 'CONSULT_RENOVATION', 'CONSULTATION', '装修手续', NULL, 'GENERAL', 'NONE', 'NONE'),
    (203, 'CONSULT_PARKING', 'CONSULTATION', '停车和车位', NULL, 'GENERAL', 'NONE', 'NONE'),
    (204, 'CONSULT_HOUSE', 'CONSULTATION', '房屋和设施', NULL, 'GENERAL', 'NONE', 'NONE'),
    (205, 'CONSULT_PAPERS', 'CONSULTATION', '证明和手续', NULL, 'GENERAL', 'NONE', 'NONE'),
    (206, 'CONSULT_OTHER', 'CONSULTATION', '其他咨询', NULL, 'GENERAL', 'NONE', 'NONE'),
    (211, 'SUGGEST_GROUNDS', 'SUGGESTION', '环境和绿化', NULL, 'GENERAL', 'NONE', 'NONE'),
    (212, 'SUGGEST_SAFETY', 'SUGGESTION', '安全和秩序', NULL, 'GENERAL', 'NONE', 'NONE'),
    (213, 'SUGGEST_FACILITIES', 'SUGGESTION', '设施改造', NULL, 'GENERAL', 'NONE', 'NONE'),
    (214, 'SUGGEST_SERVICE', 'SUGGESTION', '服务和管理', NULL, 'GENERAL', 'NONE', 'NONE'),
    (215, 'SUGGEST_OTHER', 'SUGGESTION', '其他建议', NULL, 'GENERAL', 'NONE', 'NONE'),
    (221, 'PRAISE_REPAIR', 'PRAISE', '维修服务', NULL, 'GENERAL', 'NONE', 'NONE'),
    (222, 'PRAISE_DESK', 'PRAISE', '客户服务', NULL, 'GENERAL', 'NONE', 'NONE'),
    (223, 'PRAISE_SECURITY', 'PRAISE', '秩序维护', NULL, 'GENERAL', 'NONE', 'NONE'),
    (224, 'PRAISE_CLEANING', 'PRAISE', '保洁和绿化', NULL, 'GENERAL', 'NONE', 'NONE'),
    (225, 'PRAISE_OTHER', 'PRAISE', '其他表扬', NULL, 'GENERAL', 'NONE', 'NONE'),
    (231, 'SERVICE_GOODS', 'SERVICE', '物品放行', NULL, 'GENERAL', 'NONE', 'NONE'),
    (232, 'SERVICE_KEEPING', 'SERVICE', '代收代管', NULL, 'GENERAL', 'NONE', 'NONE'),
    (233, 'SERVICE_ERRAND', 'SERVICE', '便民代办', NULL, 'GENERAL', 'NONE', 'NONE'),
    (234, 'SERVICE_OTHER', 'SERVICE', '其他服务', NULL, 'GENERAL', 'NONE', 'NONE');

CREATE SEQUENCE ticket_no_zx START WITH 1 INCREMENT BY 1;
CREATE SEQUENCE ticket_no_jy START WITH 1 INCREMENT BY 1;
CREATE SEQUENCE ticket_no_by START WITH 1 INCREMENT BY 1;
CREATE SEQUENCE ticket_no_qt START WITH 1 INCREMENT BY 1;
