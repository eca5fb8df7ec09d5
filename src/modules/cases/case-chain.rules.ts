import { listHash } from '../../shared/list-hash';
import { type CaseStep } from './case.rules';
import { type Case } from './case.type';

/**
 * The first link of a case's history: the SHA-256 (hexadecimal) of the JSON list of what was reported: text, category and its
 * version, area, address, latitude and longitude, null for what there is not; and, only where its reporter named a source, that and
 * its number there; and, only for a part of another case, that one’s id.
 */
export function firstLink({
  text,
  category,
  area,
  address,
  point,
  said,
  reference,
  partOf,
}: Reported): string {
  const place = [area, address ?? null, point?.latitude ?? null, point?.longitude ?? null];
  const source = said === undefined ? [] : [said, reference ?? null];
  const whole = partOf === undefined ? [] : [partOf];
  return listHash([text, category.code, category.version ?? 1, ...place, ...source, ...whole]);
}

type Reported = Pick<
  Case,
  'text' | 'category' | 'area' | 'address' | 'point' | 'said' | 'reference' | 'partOf'
>;

/**
 * The link that a step adds: the SHA-256 (hexadecimal) of the JSON list of the link before it and what the timeline shows of
 * the step. Whoever has noted a link sees by it whether anything before was changed, left out or added.
 */
export function linkAfter(before: string, step: CaseStep): string {
  const { id, move, at, by, text, holder, dueAt, supervisor, until, score, other, became, parts = [] } = step;
  const { sender, met } = step;
  const shown = [
    by.id,
    by.name,
    by.role,
    text,
    holder?.code,
    holder?.name,
    dueAt,
    supervisor?.code,
    until,
    score,
    ...[other, became, sender?.code, met].filter((value) => value !== undefined),
    ...parts.flatMap((part) => [part.id, part.holder.code, part.text]),
  ];
  return listHash([before, id, move, at, ...shown.map((value) => value ?? null)]);
}

/** The links of a case's steps as they stand, oldest first. */
export function linksOf(found: Reported & Pick<Case, 'steps'>): readonly string[] {
  const links: string[] = [];
  for (const step of found.steps) links.push(linkAfter(links.at(-1) ?? firstLink(found), step));
  return links;
}

/**
 * The case with one more step, its link made of the one that was kept and not of the steps before: what was changed behind
 * the product's back stays visible for ever.
 */
export function withStep(found: Case, step: CaseStep): Pick<Case, 'steps' | 'link'> {
  const before = found.link ?? linksOf(found).at(-1) ?? firstLink(found);
  return { steps: [...found.steps, step], link: linkAfter(before, step) };
}

/** Whether a case's history is what was kept step by step. */
export function isIntact(found: Case): boolean {
  return found.link === undefined || linksOf(found).at(-1) === found.link;
}
