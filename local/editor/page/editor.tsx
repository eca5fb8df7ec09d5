import 'graphiql/style.css';
import './editor.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { type Config, type Person, type ScreenOperation } from './answers';
import { connect } from './connection';
import { Files } from './files';
import { FILES_PLUGIN, FilesContext } from './files-pane';
import { useKept } from './kept';
import { SchemaNotice } from './notice';
import { OPERATIONS_PLUGIN, OperationsContext } from './operations';
import { PersonSwitch } from './persons';
import { EditorLook } from './look';
import { type Language, LanguageContext, WORDS } from './words';
import { provideWorkers } from './workers';

const FIRST_PERSON = 'wang-fang';
const FIRST_SCREEN = 'me';
const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['zh', '中文'],
  ['en', 'English'],
];
const PLUGINS = [OPERATIONS_PLUGIN, FILES_PLUGIN, HISTORY_PLUGIN];
const FILES = new Files();
const SYSTEM_LANGUAGE: Language = navigator.language.startsWith('zh') ? 'zh' : 'en';

interface Loaded {
  readonly config: Config;
  readonly people: readonly Person[];
  readonly operations: readonly ScreenOperation[];
}

function Editor({ config, people, operations }: Loaded) {
  const [language, setLanguage] = useKept(
    'language',
    (text): text is Language => text in WORDS,
    SYSTEM_LANGUAGE,
  );
  const isPerson = (text: string): text is string => people.some(({ key }) => key === text);
  const [person, setPerson] = useKept('person', isPerson, FIRST_PERSON);
  const connection = useMemo(() => connect(config, FILES, person, language), [config, person, language]);
  useEffect(() => connection.close, [connection]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `网格 Wangge · ${WORDS[language].title}`;
  }, [language]);
  const examples = useMemo(
    () => ({ operations, exampleCase: config.exampleCase }),
    [operations, config.exampleCase],
  );
  return (
    <LanguageContext value={language}>
      <header>
        <strong>网格 Wangge</strong>
        <span>{WORDS[language].title}</span>
        <code className="address">{config.apiUrl}</code>
        <PersonSwitch people={people} chosen={person} onChoose={setPerson} />
        <LanguageSwitch chosen={language} onChoose={setLanguage} />
      </header>
      <main>
        <FilesContext value={FILES}>
          <OperationsContext value={examples}>
            <GraphiQL
              fetcher={connection.fetcher}
              plugins={PLUGINS}
              visiblePlugin={OPERATIONS_PLUGIN}
              defaultTabs={operations.filter(({ screen }) => screen === FIRST_SCREEN)}
              defaultEditorToolsVisibility="variables"
              forcedTheme="system"
            >
              <GraphiQL.Logo>{null}</GraphiQL.Logo>
              <SchemaNotice />
              <EditorLook />
            </GraphiQL>
          </OperationsContext>
        </FilesContext>
      </main>
    </LanguageContext>
  );
}

function LanguageSwitch(props: { chosen: Language; onChoose: (language: Language) => void }) {
  return (
    <div role="group" aria-label={WORDS[props.chosen].language} className="languages">
      {LANGUAGES.map(([language, name]) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === props.chosen}
          onClick={() => {
            props.onChoose(language);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

async function load<Body>(path: string): Promise<Body> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Body;
}

provideWorkers();
const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no #page.');
const root = createRoot(page);
try {
  const [config, people, operations] = await Promise.all([
    load<Config>('/config'),
    load<Person[]>('/people'),
    load<ScreenOperation[]>('/operations'),
  ]);
  root.render(<Editor config={config} people={people} operations={operations} />);
} catch (error) {
  root.render(
    <p role="alert" className="no-start">
      {WORDS[SYSTEM_LANGUAGE].noStart}
      <code>{String(error)}</code>
    </p>,
  );
}
