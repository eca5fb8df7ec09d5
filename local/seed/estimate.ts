import { say } from '../say';
import { type GridPlan } from './district/plan';

/** Items a second on a laptop: DynamoDB Local's on disk; in memory those that one thread seals and sends. */
const SPEED = { onDisk: 800, inMemory: 2_500 } as const;

/** What is to be written: a household is three items (itself, its plan of visits, a pointer), a person too. */
export function itemsIn(plan: readonly GridPlan[]): number {
  const households = plan.reduce((sum, grid) => sum + grid.households, 0);
  return Math.round(households * (3 + 3 * PERSONS_A_HOUSEHOLD));
}

/** As the families of the seed have them, with those who left and owners who live elsewhere. */
const PERSONS_A_HOUSEHOLD = 2.65;

/** What is going to happen, how long it will take, and what else one could do; for a seed that takes minutes. */
export function forecast(items: number, { inMemory }: { inMemory: boolean }): string {
  const million = (items / 1e6).toFixed(1);
  const [disk, memory] = [minutes(items / SPEED.onDisk), minutes(items / SPEED.inMemory)];
  return inMemory
    ? say(
        `${million} million items in memory: about ${memory} minutes, and all of it is gone when this ends. Without --in-memory it stays, and takes about ${disk} minutes.`,
        `共 ${million} 百万条,写入内存约需 ${memory} 分钟,结束后数据即消失。不加 --in-memory 则保留数据,约需 ${disk} 分钟。`,
      )
    : say(
        `${million} million items on disk: about ${disk} minutes. Stop it when you like: started again with the same --seed it goes on. With --in-memory it takes about ${memory}, and is gone when this ends.`,
        `共 ${million} 百万条,写入磁盘约需 ${disk} 分钟。可随时停止,用同样的 --seed 再次启动会继续。加 --in-memory 约需 ${memory} 分钟,但结束后数据即消失。`,
      );
}

/** How far it has come: share, grids, speed, time left. */
export function progress(
  plan: readonly GridPlan[],
  { grids, items, since }: { grids: number; items: number; since: { grids: number; ms: number } },
): string {
  const share = itemsIn(plan.slice(0, grids)) / itemsIn(plan);
  const shareBefore = itemsIn(plan.slice(0, since.grids)) / itemsIn(plan);
  const seconds = Math.max(since.ms, 1) / 1000;
  const left = minutes((seconds / (share - shareBefore)) * (1 - share));
  const speed = Math.round(items / seconds);
  const percent = Math.floor(share * 100);
  return say(
    `${percent} %  ${grids} of ${plan.length} grids  ${speed} items/s  ${left} min left`,
    `${percent} %  网格 ${grids}/${plan.length}  ${speed} 条/秒  还需 ${left} 分钟`,
  );
}

function minutes(seconds: number): number {
  return Math.ceil(seconds / 60);
}
