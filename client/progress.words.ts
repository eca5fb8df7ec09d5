import { type Figures } from './progress';

/** Where things stand, in a sentence for people: what is under way first, then what waits for them. */
export function sentenceOf(figures: Figures): { zh: string; en: string } {
  const parts = [...underWay(figures), ...forPeople(figures)];
  const why = WHY[figures.doing];
  if (parts.length === 0) return { zh: '全部已送达并核验。', en: 'Everything has arrived and was checked.' };
  return {
    zh: `${why?.zh ?? ''}${parts.map(({ zh }) => zh).join('；')}。`,
    en: `${why?.en ?? ''}${parts.map(({ en }) => en).join('; ')}.`,
  };
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What keeps it from going on. */
const WHY: Readonly<Partial<Record<Figures['doing'], Words>>> = {
  OFFLINE: {
    zh: '没有网络，内容已存在本机，恢复后自动发送。',
    en: 'No network; all is kept on this device and goes by itself. ',
  },
  BUSY: { zh: '系统繁忙，稍后自动重试。', en: 'The system is busy; it goes on by itself. ' },
  LOGIN: { zh: '请重新登录后继续发送。', en: 'Log in again to go on. ' },
  REFUSED: { zh: '暂时不能发送。', en: 'Nothing can be sent just now. ' },
};

function underWay({ items, files, bytes }: Figures): Words[] {
  const found: Words[] = [];
  if (items.waiting > 0)
    found.push({
      zh: `${items.waiting} 条待发送`,
      en: `${count(items.waiting, 'entry', 'entries')} to be sent`,
    });
  if (files.waiting > 0) {
    const of = ofTotal(bytes);
    found.push({
      zh: `${files.waiting} 个文件待上传（${of}）`,
      en: `${count(files.waiting, 'file', 'files')} to be uploaded (${of})`,
    });
  }
  if (files.arrived > 0)
    found.push({
      zh: `${files.arrived} 个文件已上传，正在核验`,
      en: `${count(files.arrived, 'file', 'files')} uploaded and being checked`,
    });
  return found;
}

function forPeople({ items, files }: Figures): Words[] {
  const found: Words[] = [];
  if (items.refused > 0)
    found.push({
      zh: `${items.refused} 条被退回，请修改或放弃`,
      en: `${count(items.refused, 'entry was', 'entries were')} refused: mend or give up`,
    });
  if (items.blocked > 0)
    found.push({
      zh: `${items.blocked} 条在等被退回的记录`,
      en: `${count(items.blocked, 'entry waits', 'entries wait')} for what was refused`,
    });
  if (items.conflicts > 0)
    found.push({
      zh: `${items.conflicts} 条与他人的修改冲突，请选择`,
      en: `${count(items.conflicts, 'entry is', 'entries are')} in conflict with somebody else’s: choose`,
    });
  if (files.rejected > 0)
    found.push({
      zh: `${files.rejected} 个文件未通过核验`,
      en: `${count(files.rejected, 'file was', 'files were')} refused by the check`,
    });
  return found;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** 1.2/4.5 MB; of what is small, in kilobytes. */
function ofTotal({ sent, total }: Figures['bytes']): string {
  const [unit, name] = total < 1_000_000 ? [1_000, 'kB'] : [1_000_000, 'MB'];
  return `${(sent / unit).toFixed(1)}/${(total / unit).toFixed(1)} ${name}`;
}
