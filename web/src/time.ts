// The interview's clock, and how times are written. Pure.
import type { Prompt } from './protocol.ts';

// The interview's clock as last told by the server, at `atMs` of this machine's clock.
export interface Clock {
  elapsedMs: number;
  atMs: number;
}

// A stopped clock (nobody attached) is given as running = false.
export const elapsedAt = (clock: Clock, nowMs: number, running: boolean) =>
  running ? clock.elapsedMs + Math.max(0, nowMs - clock.atMs) : clock.elapsedMs;

export interface Timing {
  passedMs: number;
  softMs: number | null;
  afterSoft: boolean;
}

export function timingOf(prompt: Prompt, elapsedMs: number): Timing {
  const passedMs = Math.max(0, elapsedMs - prompt.asked_at_elapsed_ms);
  return {
    passedMs,
    softMs: prompt.soft_ms,
    afterSoft: prompt.soft_ms !== null && passedMs >= prompt.soft_ms,
  };
}

// How long until the draft must be sent by itself; null without a limit.
export const untilHard = (prompt: Prompt, elapsedMs: number) =>
  prompt.hard_ms === null
    ? null
    : Math.max(0, prompt.asked_at_elapsed_ms + prompt.hard_ms - elapsedMs);

// 754,000 -> "12:34"; hours are written as minutes.
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
