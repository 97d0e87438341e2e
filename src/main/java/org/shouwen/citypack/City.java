package org.shouwen.citypack;

/** Where a site stands, as far as local rules are known; whatever has none of its own goes by the country's. */
public enum City {
    NATIONAL("全国通用"),
    BEIJING("北京"),
    SHANGHAI("上海"),
    SHENZHEN("深圳"),
    HANGZHOU("杭州"),
    NINGBO("宁波"),
    HUZHOU("湖州"),
    XUCHANG("许昌"),
    HENAN("河南其他城市"),
    SHANDONG("山东各市");

    private final String label;

    City(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
