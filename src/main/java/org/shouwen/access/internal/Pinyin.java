package org.shouwen.access.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How Chinese names are spelled in letters, for what people make passwords of. GB 2312 keeps its 3,755 common characters in
 * the order of their readings, so the first character of each syllable is enough to tell all of them; names are none of the
 * rest, or go without them.
 */
final class Pinyin {

    private static final Charset GB2312 = Charset.forName("GB2312");

    /** Behind the last of the common characters. */
    private static final int END = 0xD7FA;

    /** The first character of every syllable, in the order of the standard, with the syllable. */
    private static final String SYLLABLES =
            "啊a埃ai鞍an肮ang凹ao芭ba白bai斑ban邦bang苞bao杯bei奔ben崩beng逼bi鞭bian标biao鳖bie彬bin兵bing玻bo捕bu擦ca猜cai"
                    + "餐can苍cang操cao厕ce层ceng插cha拆chai搀chan昌chang超chao车che郴chen撑cheng吃chi充chong抽chou初chu揣chuai"
                    + "川chuan疮chuang吹chui春chun戳chuo疵ci聪cong凑cou粗cu蹿cuan摧cui村cun磋cuo搭da呆dai耽dan当dang刀dao德de蹬deng"
                    + "堤di颠dian碉diao跌die丁ding丢diu东dong兜dou督du端duan堆dui墩dun掇duo蛾e恩en而er发fa藩fan坊fang菲fei芬fen丰feng"
                    + "佛fo否fou夫fu噶ga该gai干gan冈gang篙gao哥ge给gei根gen耕geng工gong钩gou辜gu刮gua乖guai棺guan光guang瑰gui辊gun"
                    + "锅guo哈ha骸hai酣han夯hang壕hao呵he嘿hei痕hen哼heng轰hong喉hou呼hu花hua槐huai欢huan荒huang灰hui荤hun豁huo击ji"
                    + "嘉jia歼jian僵jiang蕉jiao揭jie巾jin荆jing炯jiong揪jiu鞠ju捐juan撅jue均jun喀ka开kai刊kan康kang考kao坷ke肯ken"
                    + "坑keng空kong抠kou枯ku夸kua块kuai宽kuan匡kuang亏kui坤kun括kuo垃la莱lai蓝lan琅lang捞lao勒le雷lei棱leng厘li俩lia"
                    + "联lian粮liang撩liao列lie琳lin玲ling溜liu龙long楼lou芦lu峦luan抡lun萝luo妈ma埋mai瞒man芒mang猫mao么me玫mei"
                    + "门men萌meng眯mi棉mian苗miao蔑mie民min明ming谬miu摸mo谋mou拇mu拿na氖nai南nan囊nang挠nao呢ne馁nei嫩nen能neng妮ni"
                    + "蔫nian娘niang鸟niao捏nie您nin柠ning牛niu脓nong奴nu暖nuan挪nuo哦o欧ou啪pa拍pai攀pan乓pang抛pao呸pei喷pen砰peng"
                    + "坯pi篇pian飘piao撇pie拼pin乒ping坡po剖pou扑pu期qi掐qia牵qian枪qiang橇qiao切qie钦qin青qing琼qiong秋qiu趋qu"
                    + "圈quan缺que裙qun然ran瓤rang饶rao惹re壬ren扔reng日ri戎rong揉rou茹ru软ruan蕊rui闰run若ruo撒sa腮sai三san桑sang"
                    + "搔sao瑟se森sen僧seng莎sha筛shai珊shan墒shang梢shao奢she砷shen声sheng师shi收shou蔬shu刷shua摔shuai栓shuan"
                    + "霜shuang谁shui吮shun说shuo斯si松song搜sou苏su酸suan虽sui孙sun蓑suo塌ta胎tai坍tan汤tang掏tao特te藤teng梯ti"
                    + "天tian挑tiao贴tie厅ting通tong偷tou凸tu湍tuan推tui吞tun拖tuo挖wa歪wai豌wan汪wang威wei瘟wen嗡weng挝wo巫wu昔xi"
                    + "瞎xia掀xian相xiang萧xiao楔xie薪xin星xing兄xiong休xiu墟xu轩xuan靴xue勋xun压ya焉yan殃yang邀yao椰ye一yi茵yin"
                    + "英ying哟yo拥yong幽you迂yu鸳yuan曰yue耘yun匝za栽zai咱zan赃zang遭zao责ze贼zei怎zen增zeng扎zha摘zhai瞻zhan"
                    + "樟zhang招zhao遮zhe珍zhen蒸zheng芝zhi中zhong舟zhou珠zhu抓zhua拽zhuai专zhuan桩zhuang椎zhui谆zhun捉zhuo兹zi"
                    + "鬃zong邹zou租zu钻zuan嘴zui尊zun昨zuo";

    private static final TreeMap<Integer, String> BY_CODE = new TreeMap<>();

    static {
        Pattern.compile("(\\p{IsHan})([a-z]+)")
                .matcher(SYLLABLES)
                .results()
                .forEach(syllable -> BY_CODE.put(code(syllable.group(1).codePointAt(0)), syllable.group(2)));
        BY_CODE.put(END, "");
    }

    private Pinyin() {}

    /** @return without tones, as one types it: wuzhanghao, ü as v; letters and digits stay, what has no reading here is left out */
    static String of(String name) {
        StringBuilder spelled = new StringBuilder();
        name.codePoints().forEach(character -> {
            if (Character.isIdeographic(character)) {
                var known = BY_CODE.floorEntry(code(character));
                spelled.append(known == null ? "" : known.getValue());
            } else if (Character.isLetterOrDigit(character)) {
                spelled.appendCodePoint(character);
            }
        });
        return spelled.toString();
    }

    /** @return two bytes of GB 2312, or 0 where it does not have the character */
    private static int code(int character) {
        try {
            ByteBuffer bytes = GB2312.newEncoder().encode(CharBuffer.wrap(Character.toString(character)));
            return bytes.remaining() == 2 ? bytes.getShort() & 0xFFFF : 0;
        } catch (CharacterCodingException e) {
            return 0;
        }
    }
}
