package org.shouwen.ticket;

/** What the warranty table D12 calls the part; carried by the category. */
public enum WarrantyItem {
    NONE("无"),
    WATERPROOFING("防水"),
    FITTINGS("管线设备"),
    HEATING("供热"),
    STRUCTURE("结构"),
    HANDOVER("遗漏工程"),
    /** Blocked through wrong use is no defect. */
    DRAIN("排水管道"),
    /** We free people and stop the flood, whoever bears the cost. */
    RESCUE("救援抢修"),
    SUPPLIER_LINE("专营管线");

    private final String label;

    WarrantyItem(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }
}
