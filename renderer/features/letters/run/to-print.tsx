/** What is to be printed: runs that are not over first, then the letters that wait. From here a run is begun, gone on with and answered for. */
import { useEffect, useState } from 'react';
import { endRunAsk, type RunAsk, useRunAsk } from '../../../bridge/run-ask.ts';
import { DryRun } from './dry-run.tsx';
import { OpenRuns } from './open-runs.tsx';
import { PastRuns } from './past-runs.tsx';
import { RunView } from './run-view.tsx';
import { WaitingLetters } from './waiting-letters.tsx';
import './run.css';

type Place =
  | { readonly at: 'list' }
  | { readonly at: 'dry'; readonly of: RunAsk | null }
  | { readonly at: 'run'; readonly runId: number };

type ToPrintProps = {
  /** The letters of a run were printed: on to entering them as mailed. */
  onMail(runId: number): void;
};

export function ToPrint({ onMail }: ToPrintProps) {
  const [place, setPlace] = useState<Place>({ at: 'list' });
  const asked = useRunAsk();
  useEffect(() => {
    if (asked === null) return;
    setPlace({ at: 'dry', of: asked });
    endRunAsk();
  }, [asked]);
  const back = () => setPlace({ at: 'list' });
  const open = (runId: number) => setPlace({ at: 'run', runId });
  if (place.at === 'dry')
    return <DryRun key={JSON.stringify(place.of)} of={place.of} onBack={back} onBegun={open} />;
  if (place.at === 'run')
    return <RunView key={place.runId} runId={place.runId} onBack={back} onMail={() => onMail(place.runId)} />;
  return (
    <>
      <OpenRuns onOpen={open} />
      <WaitingLetters onPrepare={() => setPlace({ at: 'dry', of: null })} />
      <PastRuns onOpen={open} />
    </>
  );
}
