/**
 * People of the file who may be people of the book, side by side with each candidate: what speaks for it and against it. A key decides
 * and goes to the next; two people taken for one is worse than one kept twice, so nobody is joined on a guess alone.
 */
import { Badge, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconUserPlus, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { DryRun, PersonAsked } from '../../../shared/contract/imports.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { useImport } from './import-state.ts';
import { countOf } from './import-words.ts';
import { goToStep, setPeople, setPerson } from './import-work.ts';
import { compareRows, nameOf, nextUndecided, type Standing, standingOf } from './people.ts';
import './people-step.css';

export function PeopleStep({ trial }: { readonly trial: DryRun }) {
  const { people } = trial;
  if (people.length === 0)
    return (
      <EmptyState
        icon={<IconCheck size={28} />}
        title="There is nobody to decide about"
        actions={<Button onClick={() => goToStep('trial')}>See what would happen</Button>}
      >
        Everybody in the file is known by a number, or is new to the book beyond doubt.
      </EmptyState>
    );
  return <PeopleList trial={trial} />;
}

function PeopleList({ trial }: { readonly trial: DryRun }) {
  const { people, peopleCount } = trial;
  const decisions = useImport((state) => state.people);
  const busy = useImport((state) => state.work === 'writing');
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const person =
    people.find(({ key }) => key === current) ??
    people.find(({ key }) => key === nextUndecided(people, decisions, null)) ??
    people[0];
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    document.getElementById(`person-${person?.key}`)?.scrollIntoView({ block: 'nearest' });
  }, [person]);
  if (!person) return null;
  const open = people.filter((one) => standingOf(one, decisions).who === 'undecided');
  const decide = (debtorId: number | null | undefined) => {
    if (busy) return;
    setPerson(person.key, debtorId);
    if (debtorId === undefined) return setCurrent(person.key);
    const next = nextUndecided(
      people.filter(({ key }) => key !== person.key),
      { ...decisions, [person.key]: debtorId },
      null,
    );
    const at = people.indexOf(person);
    const after = nextUndecided(people.slice(at + 1), decisions, null);
    setCurrent(after ?? next ?? people[at + 1]?.key ?? person.key);
  };
  const move = (by: number) => {
    const at = people.indexOf(person);
    const to = people[Math.min(people.length - 1, Math.max(0, at + by))];
    if (to) setCurrent(to.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    const candidate = /^[1-9]$/.test(key) ? person.candidates[Number(key) - 1] : undefined;
    if (candidate) decide(candidate.debtorId);
    else if (key === 'n' || key === 'N') decide(null);
    else if (key === 'Backspace' || key === 'Delete') decide(undefined);
    else if (key === 'ArrowDown') move(1);
    else if (key === 'ArrowUp') move(-1);
    else if (key === 'PageDown') move(10);
    else if (key === 'PageUp') move(-10);
    else if (key === 'Home') move(-people.length);
    else if (key === 'End') move(people.length);
    else return;
    event.preventDefault();
  };
  const restNew = () => {
    setPeople(Object.fromEntries(open.map(({ key }) => [key, null])));
    list.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that choose hold for the list and for the comparison beside it.
    <div className="import-people" onKeyDown={onKeyDown}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" role="status">
          {open.length === 0
            ? `All ${countOf(people.length, 'person is', 'people are')} decided.`
            : `${countOf(open.length, 'person', 'people')} to decide, of ${people.length.toLocaleString('en-US')}. Until then their rows are refused.`}
          {peopleCount > people.length
            ? ` The first ${people.length.toLocaleString('en-US')} of ${peopleCount.toLocaleString('en-US')} are listed; the others follow.`
            : ''}
        </Text>
        <Group gap="xs">
          <Button variant="default" disabled={open.length === 0 || busy} onClick={restNew}>
            The rest are new people
          </Button>
        </Group>
      </Group>
      <div className="import-people-sides">
        <div
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label="People of the file"
          aria-activedescendant={`person-${person.key}`}
          className="import-people-list"
        >
          {people.map((one) => (
            <PersonLine
              key={one.key}
              person={one}
              standing={standingOf(one, decisions)}
              current={one === person}
              choose={() => setCurrent(one.key)}
            />
          ))}
        </div>
        <Comparison person={person} standing={standingOf(person, decisions)} busy={busy} decide={decide} />
      </div>
    </div>
  );
}

type PersonLineProps = {
  readonly person: PersonAsked;
  readonly standing: Standing;
  readonly current: boolean;
  choose(): void;
};

function PersonLine({ person, standing, current, choose }: PersonLineProps) {
  const known =
    standing.who === 'known'
      ? (person.candidates.find(({ debtorId }) => debtorId === standing.debtorId)?.name ?? 'known')
      : null;
  return (
    // The list itself has the focus and the keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <div
      id={`person-${person.key}`}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      className="import-person"
      onClick={choose}
    >
      <span className="import-person-name">{nameOf(person)}</span>
      <span className="import-person-standing" data-who={standing.who}>
        {standing.who === 'undecided' ? (
          <>
            <IconAlertTriangle size={13} aria-hidden /> to decide
          </>
        ) : standing.who === 'new' ? (
          <>
            <IconUserPlus size={13} aria-hidden /> new
          </>
        ) : (
          <>
            <IconCheck size={13} aria-hidden /> {known}
          </>
        )}
      </span>
    </div>
  );
}

type ComparisonProps = {
  readonly person: PersonAsked;
  readonly standing: Standing;
  readonly busy: boolean;
  decide(debtorId: number | null | undefined): void;
};

function Comparison({ person, standing, busy, decide }: ComparisonProps) {
  const rows = compareRows(person);
  const own = standing.who !== 'undecided' && standing.own;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="import-compare" aria-label={`${nameOf(person)}, compared`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <span className="import-compare-of">In the file</span>
              <span className="import-compare-name">
                line {person.line.toLocaleString('en-US')}
                {person.rows > 1 ? `, ${countOf(person.rows, 'row')}` : ''}
              </span>
              <Button
                variant={standing.who === 'new' ? 'filled' : 'default'}
                disabled={busy}
                aria-pressed={standing.who === 'new'}
                leftSection={<IconUserPlus size={14} aria-hidden />}
                rightSection={<KeyHint keys="N" />}
                onClick={() => decide(null)}
              >
                Somebody new
              </Button>
            </th>
            {person.candidates.map((candidate, index) => {
              const chosen = standing.who === 'known' && standing.debtorId === candidate.debtorId;
              return (
                <th key={candidate.debtorId} scope="col" data-chosen={chosen || undefined}>
                  <span className="import-compare-of">
                    In the book
                    <Badge
                      color={candidate.score >= 85 ? 'green' : candidate.score >= 60 ? 'yellow' : 'gray'}
                    >
                      {candidate.score} of 100
                    </Badge>
                  </span>
                  <span className="import-compare-name">{candidate.name}</span>
                  <Button
                    variant={chosen ? 'filled' : 'default'}
                    disabled={busy}
                    aria-pressed={chosen}
                    aria-label={`It is ${candidate.name}`}
                    rightSection={index < 9 ? <KeyHint keys={String(index + 1)} /> : undefined}
                    onClick={() => decide(candidate.debtorId)}
                  >
                    The same
                  </Button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, ofFile, ofBook }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{ofFile === '' ? <span className="missing">–</span> : ofFile}</td>
              {ofBook.map(({ value, same }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place of the candidate.
                <td key={index} data-same={same || undefined}>
                  {value === '' ? <span className="missing">–</span> : value}
                  {same ? <IconCheck size={13} aria-label="the same" /> : null}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">For and against</th>
            <td />
            {person.candidates.map(({ debtorId, because }) => (
              <td key={debtorId}>
                <ul className="import-because">
                  {because.map(({ text, agrees }) => (
                    <li key={text} data-agrees={agrees}>
                      {agrees ? (
                        <IconCheck size={13} aria-label="for it" />
                      ) : (
                        <IconX size={13} aria-label="against it" />
                      )}
                      {text}
                    </li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {own ? (
        <Text size="xs" c="dimmed" mt="xs">
          You decided this.{' '}
          <Button variant="subtle" size="compact-xs" disabled={busy} onClick={() => decide(undefined)}>
            Take it back
          </Button>
        </Text>
      ) : null}
    </section>
  );
}
