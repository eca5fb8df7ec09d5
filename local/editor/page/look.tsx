import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';

const FONT_SIZE = 13;

/** How Monaco's editors look: small enough for an id to fit its line; dark or light as the system is, at once. */
export function EditorLook() {
  const actions = useGraphiQLActions();
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'),
  );
  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, headerEditor, responseEditor])
      editor?.updateOptions({ fontSize: FONT_SIZE });
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      actions.setTheme(null);
    };
    dark.addEventListener('change', follow);
    return () => {
      dark.removeEventListener('change', follow);
    };
  }, [actions]);
  return null;
}
