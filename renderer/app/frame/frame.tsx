/** The window around the screens: navigation left, the office and the lock on top, one screen in the middle. */
import { ActionIcon, Badge, Box, Button, Group, Text, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLock, IconSearch } from '@tabler/icons-react';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useGo } from '../../bridge/navigation.ts';
import { useCall } from '../../bridge/queries.ts';
import { KeyHint, keyWords } from '../../components/key-hint.tsx';
import { ErrorScreen } from '../error-screen.tsx';
import { CallBar } from './call-bar.tsx';
import { type AreaEntry, areaEntries } from './commands.ts';
import './frame.css';

export type FrameProps = {
  /** Above the screen: what is in work. */
  readonly above: ReactNode;
  lock(): void;
  find(): void;
};

export function Frame({ above, lock, find }: FrameProps) {
  const book = useCall('book.state', {});
  const path = useRouterState({ select: (state) => state.location.pathname });
  const open = book.data?.state === 'open' ? book.data : null;
  const area = areaEntries.find((entry) => path.startsWith(`/${entry.area}`));
  return (
    <div className="frame" data-sample={open?.sample ? 'yes' : 'no'}>
      <button type="button" className="frame-skip" onClick={skipToScreen}>
        Skip to the screen
      </button>
      <nav className="frame-nav" aria-label="Areas">
        <Box className="frame-brand" aria-hidden>
          <span className="frame-brand-mark">D</span>
          <span className="frame-nav-label">Duebook</span>
        </Box>
        <ul>
          {areaEntries.map((entry) => (
            <AreaLink key={entry.area} entry={entry} current={entry === area} />
          ))}
        </ul>
      </nav>
      <div className="frame-main">
        <section className="frame-top" aria-label="Office">
          <Group gap="xs" wrap="nowrap" className="frame-office">
            <Text fw={600} size="sm" truncate="end" title={open?.officeName ?? ''}>
              {open?.officeName ?? ''}
            </Text>
            {open?.sample ? (
              <Badge color="yellow" size="sm" className="frame-sample-badge">
                Sample office: invented people
              </Badge>
            ) : null}
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Button
              variant="default"
              leftSection={<IconSearch size={14} aria-hidden />}
              rightSection={<KeyHint keys="Mod+K" />}
              onClick={find}
              className="frame-find"
            >
              Find
            </Button>
            <Tooltip label={`Lock the book (${keyWords('Mod+L')})`}>
              <ActionIcon aria-label="Lock the book" onClick={lock}>
                <IconLock size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Group>
        </section>
        <CallBar path={path} />
        {above}
        <main id="screen" className="frame-screen" tabIndex={-1}>
          <ErrorBoundary FallbackComponent={ErrorScreen} resetKeys={[path]}>
            <Suspense fallback={null}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      {open?.sample ? <div className="frame-watermark" aria-hidden /> : null}
    </div>
  );
}

/** A link would change the address, which holds the route. */
function skipToScreen(): void {
  document.getElementById('screen')?.focus();
}

function AreaLink({ entry, current }: { readonly entry: AreaEntry; readonly current: boolean }) {
  const go = useGo();
  // Where the words are hidden, the tooltip says them; elsewhere it would only cover the screen.
  const isNarrow = useMediaQuery('(max-width: 60rem)') ?? false;
  const Icon = entry.icon;
  return (
    <li>
      <Tooltip label={`${entry.label} (${keyWords(entry.keys)})`} position="right" disabled={!isNarrow}>
        <a
          href={`#/${entry.area}`}
          className="frame-link"
          aria-current={current ? 'page' : undefined}
          aria-label={entry.label}
          aria-keyshortcuts={entry.keys}
          data-keys={keyWords(entry.keys)}
          onClick={(event) => {
            event.preventDefault();
            go(entry.area);
          }}
        >
          <span aria-hidden className="frame-link-icon">
            <Icon size={18} />
          </span>
          <span className="frame-nav-label">{entry.label}</span>
        </a>
      </Tooltip>
    </li>
  );
}
