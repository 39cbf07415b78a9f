import { byWeight, type Dice } from '../dice.ts';

// The commonest surnames with their rough share of the population in per mille.
const surnames: readonly (readonly [string, number])[] = [
  ['王', 72],
  ['李', 70],
  ['张', 68],
  ['刘', 52],
  ['陈', 45],
  ['杨', 30],
  ['黄', 22],
  ['赵', 20],
  ['周', 19],
  ['吴', 19],
  ['徐', 15],
  ['孙', 15],
  ['马', 13],
  ['朱', 12],
  ['胡', 12],
  ['郭', 11],
  ['何', 11],
  ['林', 11],
  ['高', 10],
  ['罗', 9],
  ['郑', 9],
  ['梁', 8],
  ['谢', 7],
  ['宋', 7],
  ['唐', 6],
  ['许', 6],
  ['邓', 6],
  ['韩', 6],
  ['冯', 6],
  ['曹', 5],
  ['彭', 5],
  ['曾', 5],
  ['肖', 5],
  ['田', 4],
  ['董', 4],
  ['潘', 4],
  ['袁', 4],
  ['蔡', 4],
  ['蒋', 4],
  ['余', 4],
  ['于', 4],
  ['杜', 4],
  ['叶', 4],
  ['程', 4],
  ['魏', 4],
  ['苏', 4],
  ['吕', 4],
  ['丁', 4],
  ['任', 3],
  ['沈', 3],
  ['欧阳', 1],
  ['上官', 1],
];

const womensCharacters = [...'婷雅静怡欣悦琳娜芳燕雪梅慧颖佳蕾萱妍璐倩莹洁晴瑶思雨梦琪诗涵'];
const mensCharacters = [...'伟强磊洋勇军杰涛超明刚健鹏飞浩宇轩博文昊然子豪志远俊凯泽睿航峰'];
const sharedCharacters = [...'晓小嘉一安宁晨辰林清远乐若可凡书景云'];

const drawSurname = byWeight(surnames, ([, weight]) => weight);

/** A Chinese name that fits the sex: one or two given characters. */
export function fullName(source: Dice, female: boolean): string {
  const given = female ? womensCharacters : mensCharacters;
  const first = source.chance(0.3) ? source.pick(sharedCharacters) : source.pick(given);
  const second = source.chance(0.82) ? source.pick(given) : '';
  return drawSurname(source)[0] + first + second;
}
