package org.shouwen.estate;

/**
 * What is wrong in an imported file.
 *
 * @param line line in the file as an editor counts it, from 1; 0 for the file as a whole
 * @param column column as the file's header spells it
 * @param sentence the whole message: {@code 第 7 行 电话：须为 11 位手机号…}
 */
public record LineError(long line, String column, String sentence) {

    static LineError at(long line, String column, String problem) {
        return new LineError(line, column, "第 %d 行 %s：%s".formatted(line, column, problem));
    }

    static LineError ofFile(String problem) {
        return new LineError(0, "文件", "文件：" + problem);
    }
}
