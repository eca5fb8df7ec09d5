import { dice } from './dice';

/** The commonest family names, the commoner the more often. */
const FAMILY_NAMES = [
  ...'王李张刘陈杨黄赵吴周王李张刘陈杨徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁',
  ...'任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];

const WOMEN = [
  ...'芳娜敏静丽艳娟霞玲燕兰萍红梅桂秀英华慧洁琳颖雪倩婷晶欣怡雨涵诗佳琪梦瑶语嫣玉珍淑贞凤琴云莲',
];
const MEN = [...'伟强磊军洋勇杰涛明超平刚辉鹏飞斌波宇浩凯健俊帆旭宁龙建国志文博子轩思远德福荣贵海洪林永成'];

/** A family name; the same for the same number. */
export function familyName(number: number): string {
  return FAMILY_NAMES[dice(FAMILY_NAMES.length, number, 11)] ?? '王';
}

/** A given name of one or two characters. */
export function givenName(number: number, isWoman: boolean): string {
  const characters = isWoman ? WOMEN : MEN;
  const take = (salt: number) => characters[dice(characters.length, number, salt)] ?? '';
  const [first, second] = [take(12), take(13)];
  return dice(4, number, 14) === 0 || first === second ? first : first + second;
}
