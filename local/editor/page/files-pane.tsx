import { type GraphiQLPlugin, pick, useGraphiQL } from '@graphiql/react';
import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import {
  CONTENT_TYPES,
  EVIDENCE_ROLES,
  type EvidenceRole,
} from '../../../src/modules/evidence/evidence.rules';
import { type ChosenFile, Files } from './files';
import { useWords } from './words';

/** What the API takes; browsers know a phone’s pictures by their name alone. */
const ACCEPTED = [...Object.keys(CONTENT_TYPES), '.heic'].join();

/** The files that were chosen in this page. */
export const FilesContext = createContext(new Files());

/** GraphiQL's left pane with the files that go with a report or a move. */
export const FILES_PLUGIN: GraphiQLPlugin = {
  title: '取证材料 Files',
  icon: () => (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5">
      <path
        d="M15.5 9.5l-5.6 5.6a3.2 3.2 0 0 1-4.5-4.5l6-6a2.1 2.1 0 0 1 3 3l-6 6a1 1 0 0 1-1.5-1.5l5.2-5.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  ),
  content: FilesPane,
};

function FilesPane() {
  const words = useWords().files;
  const files = useContext(FilesContext);
  const chosen = useSyncExternalStore(files.subscribe, files.all);
  const [role, setRole] = useState<EvidenceRole>('SCENE');
  const [announced, announce] = useAnnouncing();
  return (
    <section className="operations files" aria-label={words.title}>
      <h1>{words.title}</h1>
      <p>{words.hint}</p>
      <label>
        {words.role}
        <select
          data-testid="file-role"
          value={role}
          onChange={({ target }) => {
            setRole(target.value as EvidenceRole);
          }}
        >
          {EVIDENCE_ROLES.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <input
        type="file"
        data-testid="file"
        aria-label={words.choose}
        accept={ACCEPTED}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) void files.choose(file, role).then(announce);
        }}
      />
      {announced ? null : <p role="alert">{words.nowhere}</p>}
      <ul>
        {chosen.map(({ name, slot, progress }) => (
          <li key={slot.id} data-testid="chosen-file" data-progress={progress}>
            <span>{name}</span>
            <small>{words.progress[progress]}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Puts a file's slot into the variables of the tab that is open; whether the last one had a place there. */
function useAnnouncing(): [boolean, (slot: ChosenFile['slot']) => void] {
  const { variableEditor } = useGraphiQL(pick('variableEditor'));
  const [announced, setAnnounced] = useState(true);
  return [
    announced,
    (slot) => {
      const variables = withSlot(variableEditor?.getValue() ?? '', slot);
      setAnnounced(variables !== undefined);
      if (variables !== undefined) variableEditor?.setValue(variables);
    },
  ];
}

function withSlot(text: string, slot: ChosenFile['slot']): string | undefined {
  try {
    const { input, ...others } = JSON.parse(text) as { input?: { evidence?: unknown[] } };
    if (input === undefined) return undefined;
    const evidence = [...(input.evidence ?? []), slot];
    return JSON.stringify({ ...others, input: { ...input, evidence } }, null, 2);
  } catch {
    return undefined;
  }
}
