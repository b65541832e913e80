// The time spent on the waiting question: information, never a threat, and it can be hidden.
import { useEffect, useState } from 'preact/hooks';
import type { Prompt } from '../protocol.ts';
import { elapsedAt, timingOf, type Clock } from '../time.ts';
import { words } from '../words.ts';

interface Props {
  prompt: Prompt;
  clock: Clock;
  running: boolean;
  shown: boolean;
  nowMs: () => number;
  onToggle: () => void;
}

export function PromptTimer({ prompt, clock, running, shown, nowMs, onToggle }: Props) {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!running || !shown) return;
    const timer = setInterval(() => tick((count) => count + 1), 500);
    return () => clearInterval(timer);
  }, [running, shown]);
  const { passedMs, softMs, afterSoft } = timingOf(prompt, elapsedAt(clock, nowMs(), running));
  return (
    <div class="timer">
      {shown && (
        <p
          role="timer"
          aria-label={words.timer.label}
          class={afterSoft ? 'time time-long' : 'time'}
        >
          <span class="digits">{words.timer.passed(passedMs)}</span>{' '}
          {softMs !== null && (
            <span>{afterSoft ? words.timer.over : words.timer.target(softMs)}</span>
          )}
        </p>
      )}
      <button
        type="button"
        class="button button-quiet"
        aria-label={shown ? words.timer.hideLabel : words.timer.show}
        onClick={onToggle}
      >
        {shown ? words.timer.hide : words.timer.show}
      </button>
    </div>
  );
}
