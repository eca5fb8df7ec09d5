import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useWords } from './words';

/** Says in a sentence that the schema could not be read; the result pane has the details. */
export function SchemaNotice() {
  const words = useWords();
  const actions = useGraphiQLActions();
  const { fetchError, isIntrospecting } = useGraphiQL(pick('fetchError', 'isIntrospecting'));
  if (fetchError === null || isIntrospecting) return null;
  return (
    <div role="alert" className="notice">
      {words.noSchema}
      <button type="button" onClick={() => void actions.introspect()}>
        {words.tryAgain}
      </button>
    </div>
  );
}
