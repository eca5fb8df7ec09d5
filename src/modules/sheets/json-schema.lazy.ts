import { format, Validator } from '@cfworker/json-schema';

type Formats = Readonly<Record<string, (value: string, today: string) => boolean>>;

/** The day of the validation that is under way; nothing else happens meanwhile. */
let day = '';

/**
 * Places (`#/field`, or `#`) at which an instance does not fit a schema of draft 2020-12; empty when it fits. A part of its
 * own: only who fills in a sheet needs it.
 */
export function misfits(
  schema: Readonly<Record<string, unknown>>,
  instance: unknown,
  formats: Formats,
  today: string,
): string[] {
  day = today;
  for (const [name, accepts] of Object.entries(formats)) format[name] ??= (value) => accepts(value, day);
  const { valid, errors } = new Validator(schema, '2020-12', false).validate(instance);
  if (valid) return [];
  return [...new Set(errors.map(({ instanceLocation }) => instanceLocation))];
}
