import { useEffect, useState } from 'react';
import type { SessionFailure } from '../../contract/index.ts';
import { isMessageKey, type Translate } from '../../i18n/index.ts';
import { Button, Notice, ProgressBar } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';

/** A run may take this long before the page says that it is running. */
const QUIET_MS = 300;
const TICK_MS = 100;

/** How long the run under way has taken, or null while that is not worth saying. */
function useRunningMs(): number | null {
  const sinceMs = useApp(({ run }) => (run.phase === 'running' ? run.sinceMs : null));
  const [tick, setTick] = useState<{ readonly sinceMs: number; readonly ms: number } | null>(null);
  useEffect(() => {
    if (sinceMs === null) return;
    const timer = setInterval(() => {
      const ms = performance.now() - sinceMs;
      if (ms > QUIET_MS) setTick({ sinceMs, ms });
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [sinceMs]);
  return tick && tick.sinceMs === sinceMs ? tick.ms : null;
}

const HOW = {
  greedy: 'translation.how',
  sample: 'translation.howSample',
  beam: 'translation.howBeam',
} as const;

/** "greedy · 9.4 ms · wasm": how the French on screen came about. */
export function useRunWords(): string {
  const t = useWords();
  const runningMs = useRunningMs();
  const picture = useApp((state) => state.picture);
  const backend = useApp((state) => (state.load.phase === 'live' ? state.load.report.name : null));
  if (runningMs !== null) return t('loading.running', { milliseconds: t.ms(runningMs) });
  if (picture === null) return '';
  if (picture.stored || backend === null) return t('translation.howStored');
  const values = { milliseconds: t.ms(picture.timings.totalMs), backend };
  return t(picture.targetText === null ? HOW[picture.decoding.way] : 'translation.howOwn', values);
}

function Loading() {
  const t = useWords();
  const progress = useApp((state) => state.progress);
  if (progress === null) return <ProgressBar label={t('loading.starting')} share={null} />;
  const { loaded, total } = progress;
  if (total === null) {
    return <ProgressBar label={t('loading.modelUnknown', { loaded: t.megabytes(loaded) })} share={null} />;
  }
  if (loaded >= total) return <ProgressBar label={t('loading.starting')} share={1} />;
  const label = t('loading.model', { loaded: t.megabytes(loaded), total: t.megabytes(total) });
  return <ProgressBar label={label} share={total > 0 ? loaded / total : 0} />;
}

/** What happened, in the page's words. */
export function failureWords(t: Translate, failure: SessionFailure): string {
  const key = `error.${failure.code}`;
  const what = t(isMessageKey(key) ? key : 'error.crashed');
  return failure.file === null ? what : `${what} ${t('error.file', { file: failure.file })}`;
}

function Failed({ failure, onRetry }: { readonly failure: SessionFailure; readonly onRetry: () => void }) {
  const t = useWords();
  return (
    <Notice tone="alarm" action={<Button label={t('error.retry')} icon="retry" onPress={onRetry} />}>
      <span title={failure.message}>{failureWords(t, failure)}</span>
    </Notice>
  );
}

/** A model folder without a list of checksums runs, but the page says that nobody checked its bytes. */
function Unverified() {
  const t = useWords();
  const verified = useApp((state) => state.card?.verified ?? true);
  if (verified) return null;
  return (
    <p className="app-unverified" title={t('model.notVerifiedHelp')}>
      {t('model.notVerified')}
    </p>
  );
}

/** Beside the French: the bytes that are still to come, what went wrong, or nothing. */
export function RunLine() {
  const { retry } = useHeadlight();
  const load = useApp((state) => state.load);
  const run = useApp((state) => state.run);
  if (load.phase === 'failed') return <Failed failure={load.failure} onRetry={retry} />;
  if (run.phase === 'failed') return <Failed failure={run.failure} onRetry={retry} />;
  return load.phase === 'live' ? <Unverified /> : <Loading />;
}
