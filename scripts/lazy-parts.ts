import { basename } from 'node:path';
import { type Plugin } from 'esbuild';

/** How a part is asked for: when it is needed, or by its path, as a program of its own. */
const LATER = new Set(['dynamic-import', 'require-resolve']);

/**
 * Leaves `import('./x.lazy')` and `require.resolve('./x.lazy')` out of a bundle, so that a door does not load at its start what few of its requests need;
 * whoever builds makes a file of its own of each that is added to `parts`. Such a file holds libraries and no classes of
 * ours: it would have a second copy of them.
 */
export function lazyParts(parts: Set<string>): Plugin {
  return {
    name: 'lazy-parts',
    setup(build) {
      build.onResolve({ filter: /\.lazy$/ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (!LATER.has(kind) || pluginData === SEEN) return undefined;
        const found = await build.resolve(path, { kind, resolveDir, pluginData: SEEN });
        parts.add(found.path);
        return { path: `./${basename(found.path, '.ts')}.js`, external: true };
      });
    },
  };
}

/** Marks our own question, so that it is not answered by us. */
const SEEN = 'lazy-parts';
