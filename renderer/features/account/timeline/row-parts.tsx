/** What every row of the timeline is made of: mark, title, state, time and author, text, figures, menu. */
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useRef, useState } from 'react';
import type { TimelineItem, TimelineKind } from '../../../../shared/contract/timeline.ts';
import { useGo } from '../../../bridge/navigation.ts';
import { InstantText } from '../../../components/moments.tsx';

export type ItemOf<K extends TimelineKind> = Extract<TimelineItem, { kind: K }>;
export type Icon = ComponentType<{ size?: number }>;

type RowProps = {
  readonly item: TimelineItem;
  readonly icon: Icon;
  readonly title: ReactNode;
  /** A word for how it stands. */
  readonly state?: ReactNode;
  /** Figures, right-aligned. */
  readonly figures?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  readonly off?: boolean;
};

export function Row({ item, icon: Mark, title, state, figures, actions, children, off = false }: RowProps) {
  const go = useGo();
  return (
    <li className="account-item" data-kind={item.kind} data-key={item.key} data-off={off || undefined}>
      <span className="account-item-mark" aria-hidden>
        <Mark size={16} />
      </span>
      <div className="account-item-body">
        <div className="account-item-head">
          {item.account === null ? null : (
            <button
              type="button"
              className="account-item-account"
              aria-label={`Open account ${item.account.number}`}
              onClick={() => item.account && go({ accountId: item.account.accountId })}
            >
              {item.account.number}
            </button>
          )}
          <span className="account-item-title">{title}</span>
          {state === undefined ? null : <span className="account-item-state">{state}</span>}
          <span className="account-item-meta">
            <InstantText at={item.at} timeOnly /> {item.author}
          </span>
        </div>
        {children}
      </div>
      {figures === undefined ? null : <div className="account-item-figures">{figures}</div>}
      {actions === undefined ? null : <div className="account-item-actions">{actions}</div>}
    </li>
  );
}

/** The menu of one item; its label says which item it belongs to. It is built only when it is asked for. */
export function ItemMenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  // The button is made anew when the menu goes; the focus goes back to it.
  const returning = useRef(false);
  const button = (
    <button
      ref={(made) => {
        if (!made || !returning.current) return;
        returning.current = false;
        made.focus();
      }}
      type="button"
      className="account-more"
      aria-haspopup="menu"
      aria-expanded={open}
      aria-label={`More for ${label}`}
      onClick={() => setOpen(true)}
    >
      <IconDots size={16} aria-hidden />
    </button>
  );
  if (!open) return button;
  return (
    <Menu
      position="bottom-end"
      defaultOpened
      onClose={() => {
        returning.current = true;
        setOpen(false);
      }}
    >
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

/** Texts longer than this are cut until asked for. */
const cutAfter = 480;

export function LongText({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  const long = text.length > cutAfter;
  return (
    <p className="account-item-text">
      {long && !whole ? `${text.slice(0, cutAfter).trimEnd()}… ` : text}
      {long ? (
        <button type="button" className="account-link" onClick={() => setWhole((now) => !now)}>
          {whole ? ' Show less' : 'Show all'}
        </button>
      ) : null}
    </p>
  );
}
