// The interview itself.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Conversation } from '../conversation.ts';
import { entriesOf } from '../entries.ts';
import type { Turn } from '../protocol.ts';
import { getCard } from '../rest.ts';
import { hashOf } from '../route.ts';
import {
  isOver,
  isRunning,
  isWaiting,
  lastTurn,
  promptOf,
  questionNumber,
  type Practice,
} from '../state.ts';
import { words } from '../words.ts';
import { AnswerBox } from '../parts/answer_box.tsx';
import { Connection } from '../parts/connection.tsx';
import { useLoad } from '../parts/load.tsx';
import { MissingPage, Page } from '../parts/page.tsx';
import { Paragraphs } from '../parts/paragraphs.tsx';
import { PromptTimer } from '../parts/prompt_timer.tsx';
import { Confirm } from '../parts/sheet.tsx';
import { Transcript } from '../parts/transcript.tsx';

export interface TimerChoice {
  shown: boolean;
  toggle: () => void;
}

interface Props {
  session: string;
  practice: Practice;
  conversation: Conversation;
  timer: TimerChoice;
  nowMs: () => number;
  takeFocus: boolean;
}

export function PracticeView(props: Props) {
  const { practice, conversation, session, takeFocus } = props;
  const title = practice.scenario?.title ?? words.practice.title;
  const [ended, setEnded] = useState(false);
  const toReport = ended && isOver(practice);
  useEffect(() => {
    if (toReport) location.replace(hashOf({ name: 'report', session }));
  }, [toReport]);
  if (practice.refusal?.code === 'unknown_session') {
    return <MissingPage takeFocus={takeFocus} />;
  }
  return (
    <div class="practice">
      <Page title={title} takeFocus={takeFocus && promptOf(practice) === null}>
        <Bar {...props} onEnd={() => setEnded(conversation.command('end'))} />
        <Talk practice={practice} />
        <div class="desk">
          <Connection
            link={practice.link}
            everOpen={practice.everOpen}
            onReconnect={() => conversation.reconnect()}
          />
          <Desk {...props} />
        </div>
      </Page>
    </div>
  );
}

function endBody(draft: string): string {
  const { endBody: always, endDraft } = words.practice;
  return draft.trim() === '' ? always : `${always} ${endDraft}`;
}

function Bar({ practice, timer, nowMs, onEnd }: Props & { onEnd: () => void }) {
  const [ending, setEnding] = useState(false);
  const prompt = promptOf(practice);
  if (!prompt) return null;
  return (
    <div class="bar-top">
      <PromptTimer
        prompt={prompt}
        clock={practice.clock}
        running={isRunning(practice)}
        shown={timer.shown}
        nowMs={nowMs}
        onToggle={timer.toggle}
      />
      <button type="button" class="button button-quiet" onClick={() => setEnding(true)}>
        {words.practice.end}
      </button>
      {practice.scenario && <Ground scenario={practice.scenario.id} turns={practice.turns} />}
      {ending && (
        <Confirm
          title={words.practice.endTitle}
          body={endBody(practice.draft)}
          yes={words.practice.endYes}
          no={words.practice.keepGoing}
          onNo={() => setEnding(false)}
          onYes={() => {
            setEnding(false);
            onEnd();
          }}
        />
      )}
    </div>
  );
}

// Where the candidate stands: how far, and in what situation.
function Ground({ scenario, turns }: { scenario: string; turns: readonly Turn[] }) {
  const [loaded] = useLoad(() => getCard(scenario), [scenario]);
  const card = loaded.state === 'ready' ? loaded.value : null;
  const now = questionNumber(turns);
  return (
    <>
      <p class="progress">{words.practice.progress(now, card?.questions ?? null)}</p>
      {card && <Situation brief={card.brief} unfolded={turns.length === 1} />}
    </>
  );
}

// Beside the conversation where there is room (as in practice.css), else folded into the bar.
const hasRoom = () => matchMedia('(min-width: 72rem)').matches;

// Unfolded until the first answer, and then low enough for the question to stand below it.
function Situation({ brief, unfolded }: { brief: string; unfolded: boolean }) {
  return (
    <details
      class={unfolded ? 'fold situation situation-first' : 'fold situation'}
      open={unfolded || hasRoom()}
    >
      <summary>{words.practice.brief}</summary>
      <div class="situation-text" role="region" aria-label={words.practice.brief} tabIndex={0}>
        <Paragraphs text={brief} />
      </div>
    </details>
  );
}

function Talk({ practice }: { practice: Practice }) {
  const end = useRef<HTMLLIElement>(null);
  const count = practice.turns.length + practice.unsent.length;
  useLayoutEffect(() => {
    if (count > 1) end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  const seq = lastTurn(practice)?.seq ?? 0;
  return (
    <Transcript
      label={words.practice.log}
      entries={entriesOf(practice.turns)}
      who={practice.scenario?.interviewer ?? null}
      live={practice.settledSeq === 0 || seq > practice.settledSeq}
    >
      {practice.unsent.map(
        (said) =>
          said.kind === 'answer' && (
            <li key={said.id} class="entry mine unsent">
              <p class="who">{words.practice.you}</p>
              <p class="line">{said.text}</p>
              {practice.link !== 'open' && <p class="quiet small">{words.practice.unsent}</p>}
            </li>
          ),
      )}
      <li class="log-end" ref={end} aria-hidden="true" />
    </Transcript>
  );
}

function Desk({ practice, conversation, session }: Props) {
  const prompt = promptOf(practice);
  if (isOver(practice)) return <Over practice={practice} session={session} />;
  if (!prompt) return null;
  return (
    <>
      {practice.refusal && (
        <p class="fault" role="alert">
          {words.practice.refused(practice.refusal.message)}
        </p>
      )}
      <AnswerBox
        draft={practice.draft}
        question={prompt.number}
        hintsLeft={prompt.hints_left}
        waiting={isWaiting(practice)}
        onType={(draft) => conversation.type(draft)}
        onSend={() => conversation.sendDraft()}
        onCommand={(name) => conversation.command(name)}
      />
    </>
  );
}

// The answer box that had the focus is gone: the way on takes it.
function Over({ practice, session }: { practice: Practice; session: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus({ preventScroll: true }), []);
  const fault = lastTurn(practice)?.body.ending === 'fault';
  return (
    <section class="over" aria-labelledby="over">
      <h2 id="over">{words.practice.overTitle}</h2>
      <p>{fault ? words.practice.overFault : words.practice.overBody}</p>
      <p class="actions">
        <a ref={link} class="button button-main" href={hashOf({ name: 'report', session })}>
          {words.practice.toReport}
        </a>
        <a class="button" href={hashOf({ name: 'replay', session })}>
          {words.practice.toReplay}
        </a>
      </p>
    </section>
  );
}
