/** The very page that will print, beside what is written: on an invented account, or on one of the book. */
import { Autocomplete, SegmentedControl, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { EditedTemplate } from '../../../../shared/contract/templates.ts';
import { useCall } from '../../../bridge/queries.ts';
import { FaultAlert } from '../../../components/fault-alert.tsx';
import { PdfView } from '../../../components/pdf/pdf-view.tsx';
import { FindingList } from './finding-list.tsx';
import { type PreviewOn, useLivePreview } from './use-live-preview.ts';

export type LivePreviewPaneProps = {
  readonly template: EditedTemplate;
  readonly on: PreviewOn;
  onAccount(on: PreviewOn): void;
};

export function LivePreviewPane({ template, on, onAccount }: LivePreviewPaneProps) {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 150);
  const found = useCall('accounts.find', { text }, { enabled: text.trim() !== '', keepPrevious: true });
  const hits = typed.trim() === '' ? [] : (found.data?.hits ?? []);
  const labelOf = (hit: (typeof hits)[number]) => `${hit.debtorName}, ${hit.number}`;
  const { page, fault, stale } = useLivePreview(template, on);
  const { debtor } = template.about;
  return (
    <div className="template-preview">
      <div className="template-preview-on">
        <Autocomplete
          aria-label="Show it on the account of"
          placeholder="An invented account; type a name or number"
          flex={1}
          data={[...new Set(hits.map(labelOf))]}
          filter={({ options }) => options}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            const chosen = hits.find((hit) => labelOf(hit) === value);
            if (chosen) onAccount({ ...on, accountId: chosen.accountId });
            if (value === '') onAccount({ ...on, accountId: null });
          }}
        />
        {on.accountId === null && debtor === 'any' ? (
          <SegmentedControl
            aria-label="The invented debtor is"
            value={on.business ? 'business' : 'person'}
            onChange={(value) => onAccount({ ...on, business: value === 'business' })}
            data={[
              { value: 'person', label: 'Person' },
              { value: 'business', label: 'Business' },
            ]}
          />
        ) : null}
      </div>
      <FaultAlert fault={fault ?? undefined}>
        {fault !== null && on.accountId !== null ? (
          <Text size="sm" mt={4}>
            Empty the field above to see the letter on an invented account.
          </Text>
        ) : null}
      </FaultAlert>
      <FindingList findings={page?.findings ?? []} problems={[]} />
      {page === null ? (
        fault === null ? (
          <Text size="sm" role="status">
            Laying the page out…
          </Text>
        ) : null
      ) : (
        <div data-stale={stale || undefined} className="template-preview-page">
          <PdfView steady pdf={page.pdf} label={`${template.name}, as it prints`} />
        </div>
      )}
    </div>
  );
}
