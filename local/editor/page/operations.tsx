import { type GraphiQLPlugin, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { createContext, useContext } from 'react';
import { type ScreenOperation } from './answers';
import { fillIn } from './examples';
import { useWords } from './words';

/** The operations of the screens, and the id of a seeded case for their examples. */
export const OperationsContext = createContext<{
  readonly operations: readonly ScreenOperation[];
  readonly exampleCase: string;
}>({ operations: [], exampleCase: '' });

/** GraphiQL's left pane with the screens' operations. */
export const OPERATIONS_PLUGIN: GraphiQLPlugin = {
  title: '业务操作 Operations',
  icon: () => (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5">
      <rect x="2.5" y="2.5" width="6" height="6" rx="1" />
      <rect x="2.5" y="11.5" width="6" height="6" rx="1" />
      <path d="M12 4h6M12 7h4M12 13h6M12 16h4" strokeLinecap="round" />
    </svg>
  ),
  content: OperationList,
};

function OperationList() {
  const words = useWords();
  const { operations } = useContext(OperationsContext);
  return (
    <nav className="operations" aria-label={words.operations}>
      <h1>{words.operations}</h1>
      <p>{words.hint}</p>
      {[...new Set(operations.map(({ client }) => client))].map((client) => (
        <section key={client}>
          <h2>{words.clients[client] ?? client}</h2>
          <ul>
            {operations
              .filter((operation) => operation.client === client)
              .map((operation) => (
                <li key={operation.screen}>
                  <OperationButton operation={operation} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function OperationButton({ operation }: { operation: ScreenOperation }) {
  const words = useWords();
  const { client, screen, name, kind, about } = operation;
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const open = useOpen();
  return (
    <button
      type="button"
      title={about}
      data-testid={`${client}/${screen}`}
      aria-current={tabs[activeTabIndex]?.operationName === name ? 'true' : undefined}
      onClick={() => {
        open(operation);
      }}
    >
      <span>{screen}</span>
      <small data-kind={kind}>{words.kinds[kind]}</small>
    </button>
  );
}

/** Opens an operation in a tab of its own; goes to the tab where it is open as it stands. */
function useOpen(): (operation: ScreenOperation) => void {
  const { exampleCase } = useContext(OperationsContext);
  const actions = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'queryEditor', 'variableEditor'),
  );
  return ({ name, query, variables: example }) => {
    const variables = fillIn(example, exampleCase, sessionStorage);
    const index = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables);
    if (index >= 0) {
      if (index !== activeTabIndex) actions.changeTab(index);
      return;
    }
    actions.addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
    actions.setOperationName(name);
  };
}
