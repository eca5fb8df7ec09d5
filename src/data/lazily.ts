/**
 * Something that is made when it is first asked for anything: a door has thirty entities, each of which takes a
 * millisecond to make, and a request needs a few.
 */
export function lazily<Made extends object>(make: () => Made): Made {
  let made: Made | undefined;
  return new Proxy({} as Made, {
    get(_nothing, name) {
      made ??= make();
      const value: unknown = Reflect.get(made, name);
      return typeof value === 'function' ? (value.bind(made) as unknown) : value;
    },
  });
}
