/** A resource of a CloudFormation template, as far as the tests look into it. */
export interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: string | readonly string[];
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** A CloudFormation template. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** The resources of one type, as `[logical id, resource]`. */
export function ofType(template: Template, type: string): [id: string, resource: Resource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}

/** One statement of a policy. */
export interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** What a role allows. */
export function statementsOf(role: Resource | undefined): Statement[] {
  const policies = role?.Properties.Policies as { PolicyDocument: { Statement: Statement[] } }[];
  return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

/** What a role may do of what is called so, each once. */
export function actionsOf(role: Resource | undefined, called: RegExp): string[] {
  const actions = statementsOf(role).flatMap(({ Action }) => [Action].flat());
  return [...new Set(actions.filter((action) => called.test(action)))].sort();
}

/** The logical ids and pseudo parameters that a part of a template names by Ref, Fn::GetAtt, Fn::Sub or DependsOn. */
export function referencesIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(referencesIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'Ref') return [String(value)];
    if (key === 'DependsOn') return [value].flat().map(String);
    if (key === 'Fn::GetAtt' && Array.isArray(value)) return [String(value[0])];
    if (key === 'Fn::Sub' && typeof value === 'string') {
      return [...value.matchAll(/\$\{([^}.]+)/g)].map(([, name]) => name ?? '');
    }
    return referencesIn(value);
  });
}

/** A circle of resources that wait for each other, or nothing. CloudFormation refuses a template that has one. */
export function circleIn({ Resources }: Template): string[] | undefined {
  const settled = new Set<string>();
  const walk = (id: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (settled.has(id)) return undefined;
    for (const next of referencesIn(Resources[id])) {
      const circle = next in Resources ? walk(next, [...path, id]) : undefined;
      if (circle) return circle;
    }
    settled.add(id);
    return undefined;
  };
  for (const id of Object.keys(Resources)) {
    const circle = walk(id, []);
    if (circle) return circle;
  }
  return undefined;
}

/** Every string in a part of a template, values and keys alike. */
export function stringsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => [key, ...stringsIn(value)]);
}
