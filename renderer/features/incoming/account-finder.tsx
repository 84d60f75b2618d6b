/** Finds an account by name, number or phone, and hands it over: arrows and Enter, or a click. */
import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCall } from '../../bridge/queries.ts';
import { Money } from '../../components/money.tsx';
import { StatusWord } from '../../components/status-word.tsx';

export type FoundAccount = OutputOf<'accounts.find'>['hits'][number];

export type AccountFinderProps = {
  readonly label: string;
  /** Accounts that are chosen already. */
  readonly without: readonly number[];
  onChoose(account: FoundAccount): void;
};

export function AccountFinder({ label, without, onChoose }: AccountFinderProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 120);
  const found = useCall('accounts.find', { text: asked }, { enabled: asked !== '', keepPrevious: true });
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const hits = asked === '' ? [] : (found.data?.hits ?? []).filter((hit) => !without.includes(hit.accountId));
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      onOptionSubmit={(value) => {
        const hit = hits.find(({ accountId }) => String(accountId) === value);
        if (!hit) return;
        setText('');
        combobox.closeDropdown();
        onChoose(hit);
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label}
          placeholder="Name, account number or phone"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          maxLength={120}
          autoComplete="off"
          data-incoming-find
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={() => (text === '' ? undefined : combobox.openDropdown())}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked === ''}>
        <Combobox.Options mah={240} className="incoming-hits">
          {hits.length === 0 ? (
            <Combobox.Empty>{found.isFetching ? 'Looking…' : 'No account found'}</Combobox.Empty>
          ) : (
            hits.map((hit) => (
              <Combobox.Option key={hit.accountId} value={String(hit.accountId)}>
                <span className="incoming-hit">
                  <span>
                    {hit.debtorName}{' '}
                    <Text component="span" size="sm" c="dimmed">
                      {hit.number}
                    </Text>
                  </span>
                  <span>
                    <StatusWord status={hit.status} /> <Money cents={hit.balanceCents} />
                  </span>
                </span>
              </Combobox.Option>
            ))
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
