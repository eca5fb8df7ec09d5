const FILES: Readonly<Record<string, string>> = { json: 'json.worker.js', graphql: 'graphql.worker.js' };

/** Tells Monaco where its workers are: `build.ts` has put them beside the page. */
export function provideWorkers(): void {
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker: (_id: string, label: string) =>
        new Worker(`/editor/${FILES[label] ?? 'editor.worker.js'}`, { type: 'module', name: label }),
    },
  });
}
