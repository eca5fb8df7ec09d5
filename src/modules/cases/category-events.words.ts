import { type CategoryWords, UNITS } from './category-units.words';

/** What people read of the categories of events (事件类). The names are the published ones, the conditions our own wording. */
export const EVENT_WORDS: Readonly<Record<string, CategoryWords>> = {
  SANITATION_ILLEGAL_BUILDING: {
    name: { zh: '私搭乱建', en: 'Illegal building' },
    unit: UNITS.ENFORCEMENT,
    filing: { zh: '未经许可搭建建（构）筑物', en: 'A structure is built without a permit' },
    closing: { zh: '依法拆除或整改到位，场地清理完毕', en: 'Removed or made lawful, and the place cleared' },
  },
  SANITATION_RUBBISH: {
    name: { zh: '暴露垃圾', en: 'Exposed rubbish' },
    unit: UNITS.SANITATION,
    filing: { zh: '公共场所有未入容器的垃圾', en: 'Rubbish lies in public outside a container' },
    closing: { zh: '彻底清理，地面无残留', en: 'Cleared away, nothing left on the ground' },
  },
  SANITATION_SPOIL_HEAP: {
    name: { zh: '积存渣土', en: 'Spoil heap' },
    unit: UNITS.ENFORCEMENT,
    filing: { zh: '渣土、建筑垃圾堆放于公共区域', en: 'Spoil or rubble lies in a public place' },
    closing: { zh: '彻底清运', en: 'Carted away' },
  },
  SANITATION_DIRTY_ROAD: {
    name: { zh: '道路不洁', en: 'Dirty road' },
    unit: UNITS.SANITATION,
    filing: { zh: '路面有泥土、污渍或散落物', en: 'Mud, stains or litter on the road' },
    closing: { zh: '清扫冲洗，路面整洁', en: 'Swept and washed' },
  },
  SANITATION_DIRTY_WATER: {
    name: { zh: '水域不洁', en: 'Dirty water' },
    unit: UNITS.WATER,
    filing: { zh: '水面或岸边有漂浮物、垃圾', en: 'Floating matter or rubbish on water or banks' },
    closing: { zh: '打捞清理完毕', en: 'Taken out and cleared away' },
  },
  SANITATION_DIRTY_GREEN: {
    name: { zh: '绿地脏乱', en: 'Dirty green space' },
    unit: UNITS.GREENING,
    filing: { zh: '绿地内有垃圾或杂物', en: 'Rubbish or clutter in a green space' },
    closing: { zh: '清理完毕，绿地整洁', en: 'Cleared, the green space is tidy' },
  },
  SANITATION_PILED_GOODS: {
    name: { zh: '乱堆物堆料', en: 'Piled goods and materials' },
    unit: UNITS.ENFORCEMENT,
    filing: { zh: '公共区域擅自堆放物料', en: 'Goods or materials are piled in public without leave' },
    closing: { zh: '物料清除，恢复原状', en: 'Removed, the place is as before' },
  },
  SANITATION_OTHER: {
    name: { zh: '其他市容问题', en: 'Other city appearance' },
    unit: UNITS.ENFORCEMENT,
    filing: { zh: '影响市容且不属于以上各类', en: 'Spoils the city’s appearance and is none of the above' },
    closing: { zh: '问题消除', en: 'The problem is gone' },
  },
  ADVERTISING_FLYERS: {
    name: { zh: '非法小广告', en: 'Illegal flyers' },
    unit: UNITS.ENFORCEMENT,
    filing: { zh: '擅自张贴、喷涂小广告', en: 'Flyers are pasted or sprayed without leave' },
    closing: { zh: '清除干净，无明显痕迹', en: 'Removed without visible trace' },
  },
  ADVERTISING_HANDOUTS: {
    name: { zh: '街头散发广告', en: 'Handouts in the street' },
    unit: UNITS.ENFORCEMENT,
    filing: { zh: '在公共场所散发广告', en: 'Advertising is handed out in public' },
    closing: { zh: '行为停止，散落广告清理', en: 'Stopped, and what was dropped is cleared' },
  },
  ADVERTISING_BILLBOARD: {
    name: { zh: '违规户外广告', en: 'Illegal billboard' },
    unit: UNITS.ENFORCEMENT,
    filing: { zh: '未经批准或破损、不安全的户外广告', en: 'A billboard without approval, broken or unsafe' },
    closing: { zh: '拆除或整改到位', en: 'Removed or put right' },
  },
  ADVERTISING_WORDING: {
    name: { zh: '广告语言文字不规范', en: 'Improper wording of a sign' },
    unit: UNITS.LANGUAGE,
    filing: { zh: '招牌、广告用字不规范', en: 'A sign or advertisement breaks the rules of writing' },
    closing: { zh: '改正完毕', en: 'Corrected' },
  },
  CONSTRUCTION_NOISE: {
    name: { zh: '施工扰民', en: 'Construction noise' },
    unit: UNITS.ENFORCEMENT,
    filing: {
      zh: '施工噪声影响居民，或夜间无许可施工',
      en: 'Work disturbs residents, or goes on at night without permit',
    },
    closing: { zh: '行为停止，或补办手续并公示', en: 'Stopped, or permitted and announced' },
  },
  CONSTRUCTION_BLOCKING: {
    name: { zh: '施工占道', en: 'Works blocking the road' },
    unit: UNITS.ENFORCEMENT,
    filing: { zh: '未经许可或超范围占道施工', en: 'Works take the road without permit or beyond it' },
    closing: { zh: '道路恢复通行', en: 'The road is open again' },
  },
  CONSTRUCTION_DUST: {
    name: { zh: '工地扬尘', en: 'Dust from a site' },
    unit: UNITS.CONSTRUCTION,
    filing: { zh: '工地未采取有效降尘措施', en: 'A site does nothing effective against dust' },
    closing: { zh: '覆盖、喷淋等措施到位', en: 'Covers, spraying and the like are in place' },
  },
  CONSTRUCTION_WASTE: {
    name: { zh: '施工废弃料', en: 'Construction waste' },
    unit: UNITS.CONSTRUCTION,
    filing: { zh: '施工后遗留废弃料', en: 'Works leave waste behind' },
    closing: { zh: '清运完毕', en: 'Carted away' },
  },
  ORDER_UNLICENSED_TRADE: {
    name: { zh: '无照经营', en: 'Unlicensed trade' },
    unit: UNITS.MARKET,
    filing: { zh: '无营业执照从事经营', en: 'Business is done without a licence' },
    closing: { zh: '停止经营或取得执照', en: 'Stopped, or licensed' },
  },
  ORDER_STREET_TRADE: {
    name: { zh: '占道经营', en: 'Trading on the road' },
    unit: UNITS.ENFORCEMENT,
    filing: { zh: '占用道路、公共场地经营', en: 'Trade takes the road or public ground' },
    closing: { zh: '撤离，道路恢复通行', en: 'Gone, the road is open again' },
  },
  ORDER_MARKET: {
    name: { zh: '早夜市管理', en: 'Morning and night markets' },
    unit: UNITS.ENFORCEMENT,
    filing: { zh: '早、夜市超时、超范围或不洁', en: 'A market outside its hours or bounds, or unclean' },
    closing: { zh: '恢复规定时间和范围，地面整洁', en: 'Back within hours and bounds, and clean' },
  },
  ORDER_BEGGING: {
    name: { zh: '流浪乞讨', en: 'Vagrancy and begging' },
    unit: UNITS.CIVIL_AFFAIRS,
    filing: { zh: '公共场所有流浪乞讨人员', en: 'Somebody lives rough or begs in public' },
    closing: { zh: '已告知救助，或送救助机构', en: 'Told of help, or taken to a shelter' },
  },
  ORDER_ILLEGAL_TAXI: {
    name: { zh: '黑车拉客', en: 'Illegal taxi' },
    unit: UNITS.TRANSPORT,
    filing: { zh: '无营运资格车辆揽客', en: 'A vehicle without licence takes passengers' },
    closing: { zh: '行为停止，依法处理', en: 'Stopped and dealt with by law' },
  },
  EMERGENCY_PIPE_BURST: {
    name: { zh: '管道破裂', en: 'Burst pipe' },
    unit: UNITS.OWNER,
    filing: {
      zh: '供水、排水、燃气、热力管道破裂外泄',
      en: 'A water, sewer, gas or heating pipe bursts and leaks',
    },
    closing: { zh: '抢修完毕，路面恢复', en: 'Repaired, the surface restored' },
  },
  EMERGENCY_ROAD_COLLAPSE: {
    name: { zh: '路面塌陷', en: 'Road collapse' },
    unit: UNITS.ROADS,
    filing: { zh: '路面塌陷影响通行或安全', en: 'The road has sunk and endangers traffic or people' },
    closing: { zh: '修复完毕，恢复通行', en: 'Repaired and open again' },
  },
  EMERGENCY_FLOODED_ROAD: {
    name: { zh: '道路积水', en: 'Flooded road' },
    unit: UNITS.WATER,
    filing: { zh: '路面积水影响通行', en: 'Water on the road hinders traffic' },
    closing: { zh: '积水排除，恢复通行', en: 'Drained and open again' },
  },
  EMERGENCY_FIRE: {
    name: { zh: '火灾', en: 'Fire' },
    unit: UNITS.FIRE,
    filing: { zh: '发生火情', en: 'Something is on fire' },
    closing: { zh: '火灾扑灭，现场安全', en: 'Put out, the place is safe' },
  },
  EMERGENCY_CASUALTIES: {
    name: { zh: '人员伤亡', en: 'Casualties' },
    unit: UNITS.EMERGENCY,
    filing: { zh: '公共区域发生人员伤亡', en: 'People are hurt or dead in a public place' },
    closing: { zh: '伤员送治，现场处置完毕', en: 'The injured are in care, the scene is dealt with' },
  },
};
