import { readFile } from 'node:fs/promises';
import { type Plugin } from 'esbuild';

/**
 * ElectroDB as the ES modules it could be. It is published as CommonJS that asks for the AWS SDK, and a bundler keeps
 * the whole of what CommonJS asks for, and whatever that imports: every shape of every command, of which we send ten.
 * Its files ask for others and give names in two forms only; one that does not is told, and the build stops.
 */
export const electrodbModules: Plugin = {
  name: 'electrodb-modules',
  setup(build) {
    build.onLoad({ filter: /node_modules\/electrodb\/.*\.js$/ }, async ({ path }) => {
      const contents = asModule(await readFile(path, 'utf8'));
      if (/\brequire\(|module\.exports/.test(contents))
        throw new Error(`${path} is no longer as it is read here.`);
      return { contents, loader: 'js' };
    });
  },
};

/** What asks for names and what gives them, in the words of ES modules; the rest as it is. */
function asModule(code: string): string {
  return code
    .replaceAll(/^const \{([^}]*)\} = require\((.*)\);$/gm, 'import {$1} from $2;')
    .replaceAll(/^const (\w+) = require\(([^)]*)\);$/gm, 'import * as $1 from $2;')
    .replaceAll(/^const (\w+) = require\(([^)]*)\)\.\1;$/gm, 'import { $1 } from $2;')
    .replace(
      /^module\.exports = \{([^}]*)\};$/m,
      (_, names: string) => `export {${names.replaceAll(/(\w+): (\w+)/g, '$2 as $1')}};`,
    );
}
