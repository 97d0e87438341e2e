package org.shouwen.renovation;

import java.util.Locale;

/** What people do to a home, as an application lists it (D6); whether it is allowed says {@code renovation-act.dmn}. */
public enum Act {
    BEARING_STRUCTURE("变动建筑主体或者承重结构"),
    WET_ROOM("把没有防水要求的房间或者阳台改为卫生间、厨房"),
    BEARING_OPENING("扩大承重墙上的门窗，或者拆除连接阳台的墙体"),
    ENERGY_SAVING("拆改、损坏房屋原有节能设施"),
    ADDED_BUILDING("搭建阳光房、佛堂等建筑物、构筑物"),
    FACADE("改变外立面，在非承重外墙上开门窗"),
    /** No matter of article 6: the 管理规约 and the agreement say how (110号 16(5)). */
    GRILLES("加装护栏、防盗窗"),
    HEATING_PIPES("拆改供暖管道和设施"),
    GAS_PIPES("拆改燃气管道和设施"),
    FLOOR_LOAD("超过设计标准增加楼面荷载"),
    WATERPROOFING("改动卫生间、厨房的防水层"),
    ORDINARY("涂刷、贴砖、吊顶、家具等一般装修"),
    /** Not on this list: the engineering review judges it, with a reason. */
    OTHER("清单以外的其他改动");

    private final String label;

    Act(String label) {
        this.label = label;
    }

    /** @return what people read */
    public String label() {
        return label;
    }

    /** @return name of the detail of an application that says that this is to be done: {@code bearingStructure} */
    public String detail() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }
}
