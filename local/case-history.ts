import { listHash } from '../src/shared/list-hash';

/** What is asked of a case to make the links of its history again. */
export const HISTORY = `query ($id: ID!) {
  case(id: $id) {
    text category { code version } area address point { latitude longitude } source reference partOf
    parts { id department { code } text state }
    timeline {
      id kind at by { id name role } text holder { code name } dueAt supervisor { code } sender { code } conditionMet until score otherCase
      parts link
    }
  }
}`;

/** A step of a case, as the API tells it. */
export interface ToldStep {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string; readonly role: string };
  readonly text: string | null;
  readonly holder: { readonly code: string; readonly name: string } | null;
  readonly dueAt: string | null;
  readonly supervisor: { readonly code: string } | null;
  readonly sender: { readonly code: string } | null;
  readonly conditionMet: boolean | null;
  readonly until: string | null;
  readonly score: number | null;
  readonly otherCase: string | null;
  readonly parts: readonly string[] | null;
  readonly link: string;
}

/** A case, as the API tells it to whoever may see it. */
export interface ToldCase {
  readonly text: string;
  readonly category: { readonly code: string; readonly version: number };
  readonly area: string;
  readonly address: string | null;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly source: string;
  readonly reference: string | null;
  readonly partOf: string | null;
  readonly parts: readonly {
    readonly id: string;
    readonly department: { readonly code: string };
    readonly text: string;
    readonly state: string | null;
  }[];
  readonly timeline: readonly ToldStep[];
}

/** Where a reporter names the source. */
const SAID = ['HOTLINE', 'HANDED_DOWN', 'INSPECTION'];

/** The links of a case's history, made again as docs/cases.md says, of nothing but what the API tells; oldest first. */
export function linksAgain(told: ToldCase): string[] {
  const links: string[] = [];
  for (const step of told.timeline) links.push(linkOf(links.at(-1) ?? before(told), step, told));
  return links;
}

function before({ text, category, area, address, point, source, reference, partOf }: ToldCase): string {
  const place = [area, address, point?.latitude ?? null, point?.longitude ?? null];
  const said = SAID.includes(source) ? [source, reference] : [];
  return listHash([text, category.code, category.version, ...place, ...said, ...(partOf ? [partOf] : [])]);
}

function linkOf(link: string, step: ToldStep, { parts }: ToldCase): string {
  const { id, kind, at, by, text, holder, dueAt, supervisor, until, score, otherCase, sender, conditionMet } =
    step;
  const ended = kind === 'PART_ENDED' ? parts.find((part) => part.id === otherCase)?.state : undefined;
  const made = parts.filter((part) => step.parts?.includes(part.id));
  return listHash([
    ...[link, id, kind, at, by.id, by.name, by.role, text, holder?.code ?? null, holder?.name ?? null],
    ...[dueAt, supervisor?.code ?? null, until, score],
    ...(otherCase === null ? [] : [otherCase]),
    ...(ended ? [ended] : []),
    ...(sender === null ? [] : [sender.code]),
    ...(conditionMet === null ? [] : [conditionMet]),
    ...made.flatMap((part) => [part.id, part.department.code, part.text]),
  ]);
}
