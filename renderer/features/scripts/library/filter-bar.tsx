/** What narrows the library: a word, who speaks, the language, and where it stands. The slash leads to the search. */
import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { scriptAudiences, scriptLanguages } from '../../../../shared/scripts/script.ts';
import { scriptAudienceWords, scriptLanguageWords } from '../../../../shared/scripts/words.ts';
import { KeyHint } from '../../../components/key-hint.tsx';
import { takesLetters } from '../../../components/script/script-keys.ts';
import type { LibraryFilter } from './narrow.ts';

const shows = [
  { value: 'all', label: 'Everything' },
  { value: 'office', label: 'Your own' },
  { value: 'mend', label: 'To mend or weigh' },
  { value: 'unused', label: 'Not in use' },
] as const;

export type FilterBarProps = {
  readonly filter: LibraryFilter;
  readonly what: string;
  onChange(filter: LibraryFilter): void;
};

export function FilterBar({ filter, what, onChange }: FilterBarProps) {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.defaultPrevented || takesLetters(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className="scripts-filter">
      <TextInput
        ref={search}
        aria-label={`Search the ${what}`}
        placeholder={`Search the ${what}`}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={<KeyHint keys="/" />}
        rightSectionPointerEvents="none"
        value={filter.text}
        maxLength={200}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label="Who speaks"
        data={[
          { value: '', label: 'Every office' },
          ...scriptAudiences.map((one) => ({ value: one, label: scriptAudienceWords[one] })),
        ]}
        value={filter.audience ?? ''}
        onChange={(event) =>
          onChange({
            ...filter,
            audience: scriptAudiences.find((one) => one === event.currentTarget.value) ?? null,
          })
        }
      />
      <NativeSelect
        aria-label="Language"
        data={[
          { value: '', label: 'Every language' },
          ...scriptLanguages.map((one) => ({ value: one, label: scriptLanguageWords[one] })),
        ]}
        value={filter.language ?? ''}
        onChange={(event) =>
          onChange({
            ...filter,
            language: scriptLanguages.find((one) => one === event.currentTarget.value) ?? null,
          })
        }
      />
      <NativeSelect
        aria-label="Where it stands"
        data={[...shows]}
        value={filter.show}
        onChange={(event) =>
          onChange({
            ...filter,
            show: shows.find(({ value }) => value === event.currentTarget.value)?.value ?? 'all',
          })
        }
      />
    </div>
  );
}
