/** The law: who this office is to it, its licenses, and every rule with its source. */
import { Loader, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../bridge/queries.ts';
import { FaultAlert } from '../../components/fault-alert.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Licences } from './licences.tsx';
import { OfficeForm } from './office-form.tsx';
import { RuleLibrary } from './rule-library.tsx';
import { RulePacks } from './rule-packs.tsx';
import './law.css';

const parts = ['office', 'licences', 'rules', 'packs'] as const;
const names = { office: 'This office', licences: 'Licenses', rules: 'Rules', packs: 'Rule packs' } as const;

export function LawScreen() {
  const [part, setPart] = useState<(typeof parts)[number]>('office');
  const office = useCall('law.profile', {});
  const rules = useCall('law.rules', {});
  const info = useCall('app.info', {});
  const fault = office.error?.fault ?? rules.error?.fault ?? info.error?.fault;
  const applying = rules.data?.rules.filter((rule) => rule.applies).length ?? 0;
  return (
    <div className="screen law">
      <PageHeader
        title="Law and rules"
        detail={
          rules.data ? `${applying} of ${rules.data.rules.length} rules apply to this office` : undefined
        }
      />
      <FaultAlert fault={fault} />
      {office.data && rules.data && info.data ? (
        <Tabs
          value={part}
          keepMounted={false}
          onChange={(next) => setPart(parts.find((one) => one === next) ?? 'office')}
        >
          <Tabs.List>
            {parts.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {names[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="office" pt="sm">
            {office.data.waiting > 0 ? (
              <Text size="sm" c="dimmed" role="status" mb="xs">
                {office.data.waiting === 1
                  ? 'One account is being looked at anew.'
                  : `${office.data.waiting.toLocaleString('en-US')} accounts are being looked at anew.`}
              </Text>
            ) : null}
            <OfficeForm office={office.data} />
          </Tabs.Panel>
          <Tabs.Panel value="licences" pt="sm">
            <Licences office={office.data} today={info.data.today} />
          </Tabs.Panel>
          <Tabs.Panel value="rules" pt="sm">
            <RuleLibrary rules={rules.data.rules} />
          </Tabs.Panel>
          <Tabs.Panel value="packs" pt="sm">
            <RulePacks rules={rules.data} />
          </Tabs.Panel>
        </Tabs>
      ) : fault ? null : (
        <Loader m="md" size="sm" role="status" aria-label="Reading the rules" />
      )}
    </div>
  );
}
