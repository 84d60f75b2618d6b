/**
 * The page of a letter while it is written: asked for a moment after the last key, one at a time, and only the newest counts. The last
 * good page stays until the next is there, so that nothing flickers while somebody types.
 */
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { EditedTemplate } from '../../../../shared/contract/templates.ts';
import type { Fault } from '../../../../shared/errors/result.ts';
import { ask } from '../../../bridge/calls.ts';

/** Long enough that a word is typed in one piece, short enough that a pause shows the page. */
const pauseMs = 200;

export type LivePreview = {
  readonly page: OutputOf<'templates.preview'> | null;
  readonly fault: Fault | null;
  /** What is shown is older than what is written. */
  readonly stale: boolean;
};

export type PreviewOn = { readonly accountId: number | null; readonly business: boolean };

export function useLivePreview(template: EditedTemplate, on: PreviewOn): LivePreview {
  const wanted = JSON.stringify([template.name, template.about, template.doc, on]);
  const [shown, setShown] = useState<{
    readonly of: string;
    readonly page: OutputOf<'templates.preview'> | null;
    readonly fault: Fault | null;
  } | null>(null);
  const latest = useRef({ wanted, template, on });
  latest.current = { wanted, template, on };
  const running = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  useEffect(() => {
    const timer = setTimeout(
      async () => {
        // One under way takes what is newest when it ends.
        if (running.current) return;
        running.current = true;
        for (let asked = ''; asked !== latest.current.wanted && !gone.current; ) {
          const now = latest.current;
          asked = now.wanted;
          const answer = await ask('templates.preview', { template: now.template, ...now.on });
          if (gone.current) break;
          setShown((before) =>
            answer.ok
              ? { of: asked, page: answer.value, fault: null }
              : { of: asked, page: before?.page ?? null, fault: answer.error },
          );
        }
        running.current = false;
      },
      wanted === '' ? 0 : pauseMs,
    );
    return () => clearTimeout(timer);
  }, [wanted]);

  return { page: shown?.page ?? null, fault: shown?.fault ?? null, stale: shown?.of !== wanted };
}
