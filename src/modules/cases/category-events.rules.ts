import { type CategoryGroup, hours, leaf, workingDays, workingHours } from './category-leaf.rules';

/**
 * Events (事件类): groups and names as published practice has them (GB/T 30428).
 * Limits marked A or B are those of two cities' published tables of filing, handling and closing: A in renrendoc.com
 * 191493937, B of Jiyuan (ishare f/2gaIATvprR5). They differ by city; where both speak we take A, which is stricter, save
 * for illegal building, where its last step is the longest. All others are our own: sensible, not official.
 */
export const EVENT_GROUPS: readonly CategoryGroup[] = [
  {
    code: 'CITY_APPEARANCE',
    leaves: [
      // B: 15 working days. A has three steps: to stop 4 working hours, a penalty 7 and demolition 20 working days.
      leaf('SANITATION_ILLEGAL_BUILDING', 'EVENT', 'NORMAL', workingDays(15)),
      // A: 4 working hours; B: 1 working day.
      leaf('SANITATION_RUBBISH', 'EVENT', 'NORMAL', workingHours(4)),
      // A: 2 working days (4 working hours for building rubble); B: 4 working days.
      leaf('SANITATION_SPOIL_HEAP', 'EVENT', 'NORMAL', workingDays(2)),
      // A: 2 working hours; B: 5.
      leaf('SANITATION_DIRTY_ROAD', 'EVENT', 'NORMAL', workingHours(2)),
      // B: 15 working days.
      leaf('SANITATION_DIRTY_WATER', 'EVENT', 'NORMAL', workingDays(15)),
      // A: 4 working hours, as the cleaning of green spaces.
      leaf('SANITATION_DIRTY_GREEN', 'EVENT', 'NORMAL', workingHours(4)),
      leaf('SANITATION_PILED_GOODS', 'EVENT', 'NORMAL', workingDays(1)),
      leaf('SANITATION_OTHER', 'EVENT', 'NORMAL', workingDays(2)),
    ],
  },
  {
    code: 'ADVERTISING',
    leaves: [
      leaf('ADVERTISING_FLYERS', 'EVENT', 'NORMAL', workingDays(1)),
      leaf('ADVERTISING_HANDOUTS', 'EVENT', 'NORMAL', workingHours(2)),
      leaf('ADVERTISING_BILLBOARD', 'EVENT', 'NORMAL', workingDays(10)),
      leaf('ADVERTISING_WORDING', 'EVENT', 'NORMAL', workingDays(5)),
    ],
  },
  {
    code: 'CONSTRUCTION',
    leaves: [
      // Most of it is at night.
      leaf('CONSTRUCTION_NOISE', 'EVENT', 'URGENT', hours(4)),
      leaf('CONSTRUCTION_BLOCKING', 'EVENT', 'NORMAL', workingDays(1)),
      leaf('CONSTRUCTION_DUST', 'EVENT', 'NORMAL', workingHours(4)),
      leaf('CONSTRUCTION_WASTE', 'EVENT', 'NORMAL', workingDays(1)),
    ],
  },
  {
    code: 'STREET_ORDER',
    leaves: [
      leaf('ORDER_UNLICENSED_TRADE', 'EVENT', 'NORMAL', workingHours(4)),
      leaf('ORDER_STREET_TRADE', 'EVENT', 'NORMAL', workingHours(2)),
      leaf('ORDER_MARKET', 'EVENT', 'NORMAL', workingDays(1)),
      leaf('ORDER_BEGGING', 'EVENT', 'NORMAL', workingHours(4)),
      leaf('ORDER_ILLEGAL_TAXI', 'EVENT', 'NORMAL', workingDays(1)),
    ],
  },
  {
    code: 'EMERGENCIES',
    leaves: [
      leaf('EMERGENCY_PIPE_BURST', 'EVENT', 'EMERGENCY', hours(12)),
      leaf('EMERGENCY_ROAD_COLLAPSE', 'EVENT', 'EMERGENCY', hours(24)),
      // A: 4 working hours.
      leaf('EMERGENCY_FLOODED_ROAD', 'EVENT', 'URGENT', workingHours(4)),
      leaf('EMERGENCY_FIRE', 'EVENT', 'EMERGENCY', hours(4)),
      leaf('EMERGENCY_CASUALTIES', 'EVENT', 'EMERGENCY', hours(4)),
    ],
  },
];
