import { ROLES } from '../../../src/auth/actor';
import { type Person } from './answers';
import { useWords } from './words';

/** Chooses whom to act as, by role; tells which areas the chosen one is appointed to. */
export function PersonSwitch(props: {
  people: readonly Person[];
  chosen: string;
  onChoose: (key: string) => void;
}) {
  const words = useWords();
  const { appointments = [] } = props.people.find(({ key }) => key === props.chosen) ?? {};
  return (
    <div className="persons">
      <span className="appointments" data-testid="appointments">
        {appointments.map(({ role, area, department }) => (
          <code key={role + area}>{`${role} ${department ?? area}`}</code>
        ))}
      </span>
      <label htmlFor="person">{words.actAs}</label>
      <select
        id="person"
        data-testid="person"
        value={props.chosen}
        onChange={({ target }) => {
          props.onChoose(target.value);
        }}
      >
        {ROLES.map((role) => (
          <optgroup key={role} label={words.roles[role]}>
            {props.people
              .filter((person) => person.appointments[0]?.role === role)
              .map(({ key, name, title }) => (
                <option key={key} value={key}>{`${key}  ${name} · ${title}`}</option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
