// Loading something for a view: what to show meanwhile, and when it fails.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { RestFault } from '../rest.ts';
import { words } from '../words.ts';

export type Load<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; fault: RestFault };

export const faultFrom = (problem: unknown) =>
  problem instanceof RestFault ? problem : new RestFault('refused', String(problem));

// Loads again when one of `inputs` changes; an answer that comes too late is dropped.
export function useLoad<T>(
  load: () => Promise<T>,
  inputs: readonly unknown[],
): [Load<T>, () => void] {
  const [result, setResult] = useState<Load<T>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    setResult({ state: 'loading' });
    load().then(
      (value) => current && setResult({ state: 'ready', value }),
      (problem: unknown) => current && setResult({ state: 'failed', fault: faultFrom(problem) }),
    );
    return () => {
      current = false;
    };
  }, [...inputs, round]);
  return [result, () => setRound((count) => count + 1)];
}

export const isMissing = <T,>(load: Load<T>) =>
  load.state === 'failed' && load.fault.reason === 'missing';

const reasons = { offline: words.offline, missing: words.missing, refused: words.failed };

export function Failure({ fault, retry }: { fault: RestFault; retry: () => void }) {
  return (
    <div class="notice notice-bad" role="alert">
      <p>
        {reasons[fault.reason]} {fault.message}
      </p>
      <p class="actions">
        {fault.reason === 'missing' ? (
          <a class="button" href="#/">
            {words.toLibrary}
          </a>
        ) : (
          <button type="button" class="button" onClick={retry}>
            {words.again}
          </button>
        )}
      </p>
    </div>
  );
}

interface LoadedProps<T> {
  from: Load<T>;
  retry: () => void;
  children: (value: T) => ComponentChildren;
}

export function Loaded<T>({ from, retry, children }: LoadedProps<T>) {
  if (from.state === 'loading') return <p class="quiet">{words.loading}</p>;
  if (from.state === 'failed') return <Failure fault={from.fault} retry={retry} />;
  return <>{children(from.value)}</>;
}
