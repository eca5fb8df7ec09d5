import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, print, visit } from 'graphql';
import { type ScreenOperation } from './page/answers';

/** In the order in which the README names them; others come after. */
const CLIENTS = [
  'worker-app',
  'portal',
  'governance-centre',
  'department-desk',
  'service-counter',
  'machine',
];

/** Reads the screens' operations; fragments of other files are appended where they are spread. */
export function readOperations(folder: string): ScreenOperation[] {
  const clients = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = clients
    .map(({ name }) => name)
    .sort((one, other) => rank(one) - rank(other))
    .flatMap((client) =>
      readdirSync(join(folder, client))
        .filter((file) => file.endsWith('.graphql'))
        .sort()
        .map((file) => readScreen(folder, client, file.replace(/\.graphql$/, ''))),
    );
  const fragments = new Map(files.flatMap(({ document }) => fragmentsOf(document)));
  return files.flatMap(({ document, text, ...screen }) => {
    const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
    return {
      ...screen,
      name: operation.name?.value ?? screen.screen,
      kind: operation.operation,
      about: /^# *(.*)/.exec(text)?.[1] ?? '',
      query: [text.trim(), ...missingFragments(document, fragments).map(print)].join('\n\n') + '\n',
    };
  });
}

function rank(client: string): number {
  const index = CLIENTS.indexOf(client);
  return index < 0 ? CLIENTS.length : index;
}

function readScreen(folder: string, client: string, screen: string) {
  const path = join(folder, client, screen);
  const text = readFileSync(`${path}.graphql`, 'utf8');
  const variables = `${path}.variables.json`;
  return {
    ...{ client, screen, text },
    document: parse(text),
    variables: existsSync(variables)
      ? JSON.stringify(JSON.parse(readFileSync(variables, 'utf8')), null, 2)
      : '',
  };
}

function fragmentsOf(document: DocumentNode): [string, FragmentDefinitionNode][] {
  return document.definitions
    .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    .map((fragment) => [fragment.name.value, fragment]);
}

function missingFragments(
  document: DocumentNode,
  all: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const present = new Set(fragmentsOf(document).map(([name]) => name));
  const missing: FragmentDefinitionNode[] = [];
  const look = (node: DocumentNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = all.get(name.value);
        if (fragment === undefined || present.has(name.value)) return;
        present.add(name.value);
        missing.push(fragment);
        look(fragment);
      },
    });
  };
  look(document);
  return missing;
}
