import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { serviceItems } from '../../../local/seed/service-items';
import { initialsOf } from '../../../src/modules/services/service-initials.lazy';
import { flawsOfService, type ServiceContent } from '../../../src/modules/services/service-item.rules';
import { needleOf, rankOf, sortKeyOf } from '../../../src/modules/services/service-search.rules';

const ALL = serviceItems().map(({ service, name, aliases }) => ({
  ...{ id: service, name, aliases },
  initials: [name, ...aliases].map(initialsOf),
}));

const find = (typed: string) =>
  ALL.flatMap((row) => {
    const key = sortKeyOf(row, needleOf(typed));
    return key === undefined ? [] : [{ key, name: row.name }];
  })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name }) => name);

describe('finding a service', () => {
  it.each([
    ['生育', '生育登记'],
    ['准生证', '生育登记'],
    ['zsz', '生育登记'],
    ['SYDJ', '生育登记'],
    ['ｓｙ ｄｊ', '生育登记'],
    ['db', '最低生活保障申请'],
    ['暂住证', '居住证申领'],
    ['gzf', '公共租赁住房申请'],
    ['lnz', '老年人优待证办理'],
    ['4050', '灵活就业社会保险补贴'],
  ])('finds by %s first of all %s', (typed, name) => {
    expect(find(typed)[0]).toBe(name);
  });

  it('finds nothing by what no service is called', () => {
    expect(find('护照')).toEqual([]);
    expect(find('#')).toEqual([]);
  });

  it('reads a character by the word that it stands in', () => {
    expect([
      initialsOf('参保登记'),
      initialsOf('重度残疾'),
      initialsOf('银行卡'),
      initialsOf('4050补贴'),
    ]).toEqual(['cbdj', 'zdcj', 'yhk', '4050bt']);
  });

  it('reads the names of services, and words with a character of several readings, as the library does', () => {
    const words =
      '银行 行业 增长 长寿 重新 重度 调查 社会保险 会计 参加 乐山 音乐 中药 朝阳 都江堰 成都 单位 还款'.split(
        ' ',
      );
    const read = (text: string) =>
      pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('');
    for (const text of [...ALL.flatMap(({ name, aliases }) => [name, ...aliases]), ...words])
      expect([text, initialsOf(text)]).toEqual([text, read(text)]);
  });

  it('finds every service by each of its names, by each beginning of it, and by its initials', () => {
    for (const { name, aliases, initials } of ALL)
      for (const key of [name, ...aliases, ...initials])
        for (let length = 1; length <= key.length; length += 1)
          expect(find(key.slice(0, length))).toContain(name);
  });

  it('never ranks worse what is typed more exactly', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.nat(), (row, cut) => {
        const whole = needleOf(row.name);
        const part = whole.slice(0, 1 + (cut % whole.length));
        expect(rankOf(row, whole)).toBe(0);
        expect(rankOf(row, part) ?? 99).toBeGreaterThanOrEqual(rankOf(row, whole) ?? 0);
      }),
    );
  });
});

describe('a service', () => {
  const [first] = serviceItems();
  const sound = first as ServiceContent & typeof first;

  it('of the seed is sound, and there are fifteen of them at least', () => {
    expect(serviceItems().length).toBeGreaterThanOrEqual(15);
    for (const input of serviceItems())
      expect(flawsOfService(input as unknown as ServiceContent)).toEqual([]);
  });

  it.each([
    ['no name', { name: ' ' }, 'TEXT_REQUIRED', ['name']],
    ['a name too long', { name: '长'.repeat(21) }, 'TEXT_TOO_LONG', ['name']],
    ['no way to apply', { channels: [] }, 'SERVICE_CHANNEL_NEEDED', ['channels']],
    ['too many former names', { aliases: ['甲', '乙', '丙', '丁', '戊'] }, 'SERVICE_TOO_LARGE', ['aliases']],
    [
      'an example that is no page',
      { materials: [{ code: 'AB', name: '照片', isRequired: true, example: 'javascript:alert(1)' }] },
      'SERVICE_URL',
      ['materials', '0', 'example'],
    ],
    [
      'a code that is none',
      { materials: [{ code: 'a b', name: '照片', isRequired: true }] },
      'SERVICE_CODE',
      ['materials', '0', 'code'],
    ],
    [
      'a code twice',
      { questions: ['甲', '乙'].map((label) => ({ code: 'AB', label, isRequired: true })) },
      'SERVICE_CODE_TWICE',
      ['questions', '1', 'code'],
    ],
    [
      'a step that never ends',
      { steps: [{ name: '受理', by: 'STREET', workingDays: 251 }] },
      'SERVICE_LIMIT',
      ['steps', '0', 'workingDays'],
    ],
  ] as const)('with %s is refused, at its place', (_what, more, code, path) => {
    const flaws = flawsOfService({ ...sound, ...more });
    expect(flaws.map((flaw) => [flaw.code, flaw.path])).toEqual([[code, path]]);
  });
});
