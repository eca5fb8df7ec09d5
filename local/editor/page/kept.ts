import { useState } from 'react';

/** State that the browser remembers; what it remembers is taken only where `accepts` says so. */
export function useKept<Value extends string>(
  name: string,
  accepts: (text: string) => text is Value,
  otherwise: Value,
): [Value, (value: Value) => void] {
  const key = `wangge:${name}`;
  const [value, setValue] = useState(() => {
    const kept = localStorage.getItem(key);
    return kept !== null && accepts(kept) ? kept : otherwise;
  });
  return [
    value,
    (next) => {
      localStorage.setItem(key, next);
      setValue(next);
    },
  ];
}
