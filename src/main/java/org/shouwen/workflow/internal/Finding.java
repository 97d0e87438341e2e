package org.shouwen.workflow.internal;

/**
 * One thing that the guard says about a model.
 *
 * @param file of the model
 * @param element id of the element, of the row or of the column; empty where it is about the whole file
 * @param place what people call that: 《办结时限》第 5 行 签收时限
 * @param words what is wrong there, as a sentence without full stop
 */
record Finding(String file, String element, String place, String words) {

    String sentence() {
        return place + "：" + words;
    }
}
