// The example frames of docs/PROTOCOL.md, for tests only: the server's tests read the same files.
import { readFileSync } from 'node:fs';
import { parse, type Resumed, type Refused, type Turn } from './protocol.ts';

// Tests run with web/ as their working directory.
export const frameText = (name: string) => readFileSync(`../tests/wire/${name}.json`, 'utf8');

export function turnFrame(name: string): Turn {
  const frame = parse(frameText(`server_turn_${name}`));
  if (frame?.type !== 'turn') throw new Error(`${name} is not a turn`);
  return frame;
}

export function resumedFrame(): Resumed {
  const frame = parse(frameText('server_resumed'));
  if (frame?.type !== 'resumed') throw new Error('not resumed');
  return frame;
}

export function refusedFrame(): Refused {
  const frame = parse(frameText('server_refused'));
  if (frame?.type !== 'refused') throw new Error('not refused');
  return frame;
}

// The six turns of the example interview, in order.
export const exampleTurns = (): Turn[] =>
  ['start', 'answer', 'command', 'timer', 'curveball', 'over'].map(turnFrame);
