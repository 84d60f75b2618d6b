/** The keys of an action as small caps: `Ctrl` `K`. On a Mac `Mod` is the command key. */
import { Kbd } from '@mantine/core';

const onMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

const signs: Readonly<Record<string, string>> = onMac ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' } : { Mod: 'Ctrl' };

/** `Mod+K` as it is read on this computer: `Ctrl+K`, `⌘K`. */
export function keyWords(keys: string): string {
  const parts = keys.split('+').map((part) => signs[part] ?? part);
  return onMac ? parts.join('') : parts.join('+');
}

export type KeyHintProps = {
  /** Written with `+`: `Mod+K`, `Alt+1`, `N`. */
  readonly keys: string;
};

export function KeyHint({ keys }: KeyHintProps) {
  return (
    <span className="key-hint">
      {keys.split('+').map((part) => (
        <Kbd key={part} size="xs">
          {signs[part] ?? part}
        </Kbd>
      ))}
    </span>
  );
}
