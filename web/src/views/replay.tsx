// A recorded interview again, by step or in time.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { entriesOf, type Entry } from '../entries.ts';
import { markedAnswer } from '../evidence.ts';
import type { Interviewer, Turn } from '../protocol.ts';
import {
  chapterAt,
  chaptersOf,
  clamp,
  keyOf,
  shownAt,
  speeds,
  stepAfterKey,
  stepAtTime,
  stepsOf,
  type ReplayStep,
  type Speed,
} from '../replay.ts';
import { getTranscript } from '../rest.ts';
import type { Masked } from '../records.ts';
import { hashOf } from '../route.ts';
import { clockText } from '../time.ts';
import { dateText, words } from '../words.ts';
import { isMissing, Loaded, useLoad } from '../parts/load.tsx';
import { MaskedWords } from '../parts/masked.tsx';
import { MissingPage, Page } from '../parts/page.tsx';
import { EntryItem, Transcript } from '../parts/transcript.tsx';

export function ReplayView({ session, takeFocus }: { session: string; takeFocus: boolean }) {
  const [loaded, retry] = useLoad(() => getTranscript(session), [session]);
  if (isMissing(loaded)) return <MissingPage takeFocus={takeFocus} />;
  const row = loaded.state === 'ready' ? loaded.value : null;
  const eyebrow = row
    ? `${words.replay.title} · ${dateText(row.started_at_ms)}`
    : words.replay.title;
  return (
    <Page title={row?.scenario.title ?? words.replay.title} eyebrow={eyebrow} takeFocus={takeFocus}>
      <Loaded from={loaded} retry={retry}>
        {({ events, interviewer, status, masked }) => (
          <>
            {status === 'over' && (
              <p class="actions">
                <a class="button" href={hashOf({ name: 'report', session })}>
                  {words.replay.toReport}
                </a>
              </p>
            )}
            {stepsOf(events).length > 0 ? (
              <Player turns={events} who={interviewer} masks={masked} />
            ) : (
              <p>{words.replay.nothing}</p>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const tickMs = 100;

// Position, clock and playing of one replay. The clock follows a step that was chosen by hand.
function usePlayer(steps: ReplayStep[]) {
  const [index, setIndex] = useState(0);
  const [clockMs, setClockMs] = useState(steps[0]?.atMs ?? 0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const atEnd = index >= steps.length - 1;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setClockMs((ms) => ms + tickMs * speed), tickMs);
    return () => clearInterval(timer);
  }, [playing, speed]);
  useEffect(() => {
    if (playing) setIndex((before) => Math.max(before, stepAtTime(steps, clockMs)));
  }, [clockMs, playing]);
  useEffect(() => {
    if (atEnd) setPlaying(false);
  }, [atEnd]);
  const goTo = (target: number) => {
    const next = clamp(target, steps);
    setIndex(next);
    setClockMs(steps[next]?.atMs ?? 0);
  };
  const toggle = () => {
    if (atEnd && !playing) goTo(0);
    setPlaying(!playing);
  };
  return { index, clockMs, playing, speed, setSpeed, goTo, toggle };
}

type Playing = ReturnType<typeof usePlayer>;

// Keys that an element uses itself stay with it.
const ownsKey = (target: EventTarget | null, key: string) =>
  target instanceof Element &&
  (target.closest('select, dialog, textarea') !== null ||
    (key === ' ' && target.closest('button, a, summary') !== null));

function useKeys(player: Playing, steps: ReplayStep[]) {
  const latest = useRef({ player, steps });
  latest.current = { player, steps };
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = keyOf(event.key);
      const modified = event.altKey || event.ctrlKey || event.metaKey;
      if (!key || modified || ownsKey(event.target, event.key)) return;
      event.preventDefault();
      const { player: now, steps: all } = latest.current;
      if (key === 'toggle') now.toggle();
      else now.goTo(stepAfterKey(key, now.index, all));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

const itemWith = (masks: readonly Masked[], who: Interviewer | null) => (entry: Entry) => (
  <EntryItem key={entry.key} entry={entry} who={who}>
    {entry.kind === 'said' &&
      markedAnswer(entry.text, entry.seq, [], masks).map(({ masked, words: pieces }) => (
        <MaskedWords masked={masked}>{pieces.map(({ text }) => text)}</MaskedWords>
      ))}
  </EntryItem>
);

interface PlayerProps {
  turns: Turn[];
  who: Interviewer | null;
  masks: readonly Masked[];
}

function Player({ turns, who, masks }: PlayerProps) {
  const steps = useMemo(() => stepsOf(turns), [turns]);
  const player = usePlayer(steps);
  useKeys(player, steps);
  const { turns: shown, withReply } = shownAt(turns, steps, player.index);
  const end = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (player.index > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [player.index]);
  return (
    <>
      <Transcript
        label={words.replay.log}
        entries={entriesOf(shown, withReply)}
        who={who}
        item={itemWith(masks, who)}
        live
      >
        <li class="log-end" ref={end} aria-hidden="true" />
      </Transcript>
      <Controls player={player} steps={steps} turns={turns} />
    </>
  );
}

type ControlProps = { player: Playing; steps: ReplayStep[]; turns: Turn[] };

function Controls({ player, steps, turns }: ControlProps) {
  const { index, clockMs, playing, speed } = player;
  const last = steps.length - 1;
  const position = words.replay.step(index + 1, steps.length);
  return (
    <section class="controls desk" aria-label={words.replay.controls}>
      <div>
        <input
          type="range"
          aria-label={words.replay.position}
          min={0}
          max={last}
          value={index}
          aria-valuetext={position}
          onInput={(event) => player.goTo(event.currentTarget.valueAsNumber)}
        />
      </div>
      <p class="quiet small where">
        {position} · {clockText(playing ? clockMs : (steps[index]?.atMs ?? 0))}
      </p>
      <p class="actions">
        <StepButton label={words.replay.first} onClick={() => player.goTo(0)} />
        <StepButton label={words.replay.back} onClick={() => player.goTo(index - 1)} />
        <button type="button" class="button button-main" onClick={player.toggle}>
          {playing ? words.replay.pause : words.replay.play}
        </button>
        <StepButton label={words.replay.forward} onClick={() => player.goTo(index + 1)} />
        <StepButton label={words.replay.last} onClick={() => player.goTo(last)} />
      </p>
      <div class="filter">
        <label>
          {words.replay.speed}
          <select
            value={speed}
            onChange={(event) =>
              player.setSpeed(speeds.find((one) => one === Number(event.currentTarget.value)) ?? 1)
            }
          >
            {speeds.map((one) => (
              <option key={one} value={one}>
                {words.replay.times(one)}
              </option>
            ))}
          </select>
        </label>
        <Chapters player={player} turns={turns} />
      </div>
    </section>
  );
}

function StepButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      {label}
    </button>
  );
}

function Chapters({ player, turns }: { player: Playing; turns: Turn[] }) {
  const chapters = useMemo(() => chaptersOf(turns), [turns]);
  return (
    <label class="jump">
      {words.replay.jump}
      <select
        value={chapterAt(chapters, player.index)}
        onChange={(event) => player.goTo(chapters[Number(event.currentTarget.value)]?.step ?? 0)}
      >
        {chapters.map(({ question }, number) => (
          <option key={number} value={number}>
            {words.replay.chapter(number + 1, question)}
          </option>
        ))}
      </select>
    </label>
  );
}
