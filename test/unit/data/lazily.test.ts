import { lazily } from '../../../src/data/lazily';

class Counted {
  static made = 0;
  #asked = 0;
  readonly name = 'counted';
  constructor() {
    Counted.made += 1;
  }
  ask(): number {
    this.#asked += 1;
    return this.#asked;
  }
}

it('is made when it is first asked for anything, once, and is what it stands for', () => {
  const lazy = lazily(() => new Counted());
  expect(Counted.made).toBe(0);
  expect([lazy.name, lazy.ask(), lazy.ask()]).toEqual(['counted', 1, 2]);
  expect(Counted.made).toBe(1);
});

it('is tried again where making it failed', () => {
  let tries = 0;
  const lazy = lazily(() => {
    tries += 1;
    if (tries === 1) throw new Error('Not yet.');
    return { tries };
  });
  expect(() => lazy.tries).toThrow('Not yet.');
  expect(lazy.tries).toBe(2);
});
