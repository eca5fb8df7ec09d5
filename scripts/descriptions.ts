import { readFileSync } from 'node:fs';
import { type Plugin } from 'esbuild';
import ts from 'typescript';

/** Files that say what the schema is. */
const SCHEMA = /[\\/]src[\\/].+\.(type|input|resolver)\.ts$/;

/**
 * Leaves the schema's descriptions out of what is deployed: they are the manual, which is `schema/schema.graphql`, and half
 * of what our own code would bring to each start. The laptop has them, where the query editor shows them.
 */
export const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  setup(build) {
    build.onLoad({ filter: SCHEMA }, ({ path }) => ({
      contents: undescribed(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** Files of sentences, by code. */
const MESSAGES = /[\\/]src[\\/].+\.messages\.ts$/;

/** Leaves the sentences out of what is loaded at the start, which needs their codes alone: whoever tells one loads its `*.lazy`. */
export const withoutSentences: Plugin = {
  name: 'without-sentences',
  setup(build) {
    build.onLoad({ filter: MESSAGES }, ({ path }) => ({
      contents: unsaid(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** A source file with the inside of each `{ zh, en }` blanked. */
export function unsaid(path: string, text: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const blanks: Blank[] = [];
  const visit = (node: ts.Node) => {
    if (isSentence(node)) blanks.push([node.getStart(file) + 1, node.getEnd() - 1]);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return blanked(text, blanks);
}

function isSentence(node: ts.Node): boolean {
  if (!ts.isObjectLiteralExpression(node)) return false;
  const names = node.properties.map(({ name }) => name?.getText());
  return names.includes('zh') && names.includes('en');
}

/** A source file with each description in an argument of a decorator or of `registerEnumType` blanked; all else stays where it is. */
export function undescribed(path: string, text: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const blanks: Blank[] = [];
  const visit = (node: ts.Node, isSchema: boolean) => {
    const inside = isSchema || ts.isDecorator(node) || isEnum(node);
    if (inside && (isDescription(node) || isOfWords(node)))
      blanks.push([node.getStart(file), endWithComma(text, node.getEnd())]);
    else
      ts.forEachChild(node, (child) => {
        visit(child, inside);
      });
  };
  visit(file, false);
  return blanked(text, blanks);
}

type Blank = readonly [from: number, to: number];

function blanked(text: string, blanks: readonly Blank[]): string {
  let result = text;
  for (const [from, to] of blanks)
    result = result.slice(0, from) + text.slice(from, to).replaceAll(/[^\n]/g, ' ') + result.slice(to);
  return result;
}

function isEnum(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.getText() === 'registerEnumType';
}

/** A description that is a text as it stands: what calls something is left alone. */
function isDescription(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'description') return false;
  return ts.isStringLiteralLike(node.initializer) || ts.isTemplateExpression(node.initializer);
}

/** What `described` makes of words: descriptions of an enum's values, and nothing else. The words are left out with them. */
function isOfWords(node: ts.Node): boolean {
  if (ts.isSpreadAssignment(node)) return isDescribed(node.expression);
  return ts.isPropertyAssignment(node) && isDescribed(node.initializer);
}

function isDescribed(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.getText() === 'described';
}

/** Where the comma after a property ends, or the property itself. */
function endWithComma(text: string, end: number): number {
  const comma = /^\s*,/.exec(text.slice(end));
  return end + (comma?.[0].length ?? 0);
}
