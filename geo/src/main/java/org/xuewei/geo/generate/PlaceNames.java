package org.xuewei.geo.generate;

import java.util.ArrayList;
import java.util.List;

/** Chinese names put together from common parts. They are meant for no real place. */
final class PlaceNames {
  private static final List<String> COUNTY_FIRST = of("清 云 禾 岚 澄 沐 昭 芷 衍 泓 槐 棠");
  private static final List<String> COUNTY_SECOND = of("禾 溪 陵 原 泽 川 埠 浦 津 野 岭 台");
  private static final List<String> TOWN_FIRST =
      of("白 青 黄 石 柳 杨 槐 枣 桃 梨 榆 松 竹 荷 莲 双 三 大 小 新 古 长 平 安 永 福 兴 和 太 东 西 南 北 龙 凤 马");
  private static final List<String> TOWN_SECOND = of("河 桥 岗 集 庙 店 寨 营 坡 湾 塘 泉 渡 堤 台 楼 亭 陂 沟 口");
  private static final List<String> FAMILIES =
      of(
          "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕"
              + " 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜");
  private static final List<String> VILLAGE_KINDS = of("庄 寨 楼 营 湾 岗 店 桥 堂 坡 集 洼 窑 庙 阁");
  private static final List<String> SIDES = of("东 西 前 后 大 小");
  private static final List<String> ESTATE_FIRST =
      of("锦 翠 金 和 佳 福 祥 瑞 丽 馨 雅 盛 康 悦 学 文 春 阳 景 名 天 御 龙 东 滨 绿 嘉 明 华 安");
  private static final List<String> ESTATE_SECOND = of("苑 园 庭 居 城 府 湖 林 溪 泰 景 江 都 岸 台 域 邸 源 韵 和");
  private static final List<String> STREETS =
      of("人民 建设 文化 解放 中山 新华 光明 友谊 胜利 和平 团结 育才 振兴 工业 朝阳 迎宾 滨河 健康 平安 富强");
  private static final List<String> DIGITS = of("零 一 二 三 四 五 六 七 八 九 十");

  private final Dice dice;
  private final String county;
  private final List<String> townships;
  private final List<String> estates;

  PlaceNames(long seed, int cell) {
    dice = Dice.of(seed, "names");
    county =
        COUNTY_FIRST.get(Math.floorMod(seed + cell, COUNTY_FIRST.size()))
            + COUNTY_SECOND.get(
                Math.floorMod(seed / COUNTY_FIRST.size() + cell * 5L, COUNTY_SECOND.size()))
            + "县";
    townships = dice.shuffled(combined(TOWN_FIRST, TOWN_SECOND));
    estates = dice.shuffled(combined(ESTATE_FIRST, ESTATE_SECOND));
  }

  String county() {
    return county;
  }

  /** 镇 or 乡; every third is a 乡. */
  String township(int index) {
    return numbered(townships, index) + (index % 3 == 2 ? "乡" : "镇");
  }

  String subdistrict(int index) {
    return STREETS.get(index % STREETS.size()) + (index < STREETS.size() ? "" : "北") + "街道";
  }

  String street(int index) {
    return STREETS.get(Math.floorMod(index, STREETS.size()));
  }

  /** A residential quarter. */
  String quarter(int index) {
    return numbered(estates, index) + "小区";
  }

  /** A new housing estate. */
  String estate(int index) {
    return numbered(estates, estates.size() - 1 - index % estates.size()) + "新城";
  }

  /** Names of villages of one township, all different. */
  List<String> villages(int count) {
    List<String> names = new ArrayList<>(dice.shuffled(combined(FAMILIES, VILLAGE_KINDS)));
    for (int k = 0; names.size() < count; k++) {
      names.add(SIDES.get(k % SIDES.size()) + names.get(k / SIDES.size()));
    }
    return List.copyOf(names.subList(0, count));
  }

  /** 第十二 for 12; figures from 100 on. */
  static String ordinal(int number) {
    if (number > 99) {
      return "第" + number;
    }
    String tens = number < 10 ? "" : (number < 20 ? "" : DIGITS.get(number / 10)) + "十";
    String ones = number % 10 == 0 ? "" : DIGITS.get(number % 10);
    return "第" + tens + ones;
  }

  private static String numbered(List<String> names, int index) {
    int round = index / names.size();
    return names.get(index % names.size()) + (round == 0 ? "" : ordinal(round + 1).substring(1));
  }

  private static List<String> combined(List<String> first, List<String> second) {
    return first.stream().flatMap(a -> second.stream().map(b -> a + b)).toList();
  }

  private static List<String> of(String words) {
    return List.of(words.split(" "));
  }
}
