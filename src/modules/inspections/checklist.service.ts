import { type Language } from '../../shared/language';
import { type PremisesKind } from '../places/premises.rules';
import { type Checklist, checklistKey, checklistsFor, kindsOf } from './checklist.rules';
import { type ChecklistType } from './checklist.type';
import { type ChecklistWords, type ItemWords } from './checklist.words';

/** The texts of a checklist. They are loaded when they are first asked for. */
export async function wordsOf(checklist: Pick<Checklist, 'code' | 'version'>): Promise<ChecklistWords> {
  const { CHECKLIST_WORDS } = await import('./checklist-words.lazy');
  const words = CHECKLIST_WORDS[checklistKey(checklist)];
  if (words === undefined) throw new Error(`The checklist ${checklistKey(checklist)} has no texts.`);
  return words;
}

/** The texts of an item. */
export function itemWords({ items }: ChecklistWords, code: string): ItemWords {
  const words = items[code];
  if (words === undefined) throw new Error(`The item ${code} has no texts.`);
  return words;
}

/** The checklists for premises of a kind, in a language; no I/O. */
export async function shownChecklists(kind: PremisesKind, language: Language): Promise<ChecklistType[]> {
  return Promise.all(
    checklistsFor(kind).map(async (checklist) => {
      const words = await wordsOf(checklist);
      return {
        ...{ code: checklist.code, version: checklist.version, name: words.name[language] },
        kinds: kindsOf(checklist),
        items: checklist.items.map(({ code, evidence, category }) => ({
          ...{ code, evidence, category: { code: category } },
          title: itemWords(words, code).title[language],
          fails: itemWords(words, code).fails[language],
        })),
      };
    }),
  );
}
