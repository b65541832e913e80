// Where the candidate writes. Enter sends, Shift+Enter breaks, Enter that ends a composition does
// neither.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { faultOf } from '../conversation.ts';
import { answerBytes, type CommandName } from '../protocol.ts';
import { byteLength, wellFormed } from '../spans.ts';
import { words } from '../words.ts';
import { Confirm } from './sheet.tsx';

interface Props {
  question: number;
  draft: string;
  hintsLeft: number;
  waiting: boolean;
  onType: (draft: string) => void;
  onSend: () => boolean;
  onCommand: (name: CommandName) => void;
}

const holdsText = (draft: string) => draft.trim() !== '';

const shownFromBytes = answerBytes * 0.8;

function faultText(draft: string, tried: boolean): string {
  const fault = faultOf(draft);
  if (fault === 'too_long') {
    return words.practice.tooLong(byteLength(wellFormed(draft)) - answerBytes);
  }
  return fault === 'empty' && tried ? words.practice.empty : '';
}

const sends = (event: KeyboardEvent) =>
  event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;

export function AnswerBox(props: Props) {
  const { question, draft, hintsLeft, waiting, onType, onSend, onCommand } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const [tried, setTried] = useState(false);
  const [skipping, setSkipping] = useState(false);
  const focusBox = () => box.current?.focus({ preventScroll: true });
  useEffect(focusBox, []);
  useEffect(() => setSkipping(false), [question]);
  const command = (name: CommandName) => {
    if (name === 'skip' && holdsText(draft) && !skipping) {
      setSkipping(true);
      return;
    }
    setSkipping(false);
    setTried(false);
    onCommand(name);
    focusBox();
  };
  const send = () => {
    setTried(!waiting && !onSend());
    box.current?.focus();
  };
  const fault = faultText(draft, tried);
  const left = answerBytes - byteLength(draft);
  return (
    <form
      class="answer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label for="answer">{words.practice.answer}</label>
      <textarea
        id="answer"
        ref={box}
        rows={2}
        value={draft}
        placeholder={words.practice.placeholder}
        aria-describedby="answer-help answer-fault"
        aria-invalid={fault !== ''}
        enterkeyhint="send"
        onInput={(event) => {
          setTried(false);
          onType(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (!sends(event)) return;
          event.preventDefault();
          send();
        }}
      />
      <p id="answer-fault" class="fault" role="alert">
        {fault}
      </p>
      <Foot hintsLeft={hintsLeft} waiting={waiting} left={left} onCommand={command} />
      {skipping && (
        <Confirm
          title={words.practice.skipTitle}
          body={words.practice.skipBody}
          yes={words.practice.skipYes}
          no={words.practice.keepWriting}
          focusAfter={box}
          onNo={() => setSkipping(false)}
          onYes={() => command('skip')}
        />
      )}
    </form>
  );
}

type CommandProps = Pick<Props, 'hintsLeft' | 'waiting' | 'onCommand'>;

// What can be done with the question: hints with their price, the other commands, and Send. `left`
// is how many bytes the answer may still grow.
function Foot({ hintsLeft, waiting, left, onCommand }: CommandProps & { left: number }) {
  return (
    <>
      {hintsLeft > 0 && (
        <p id="hint-price" class="quiet small hint-price">
          {words.practice.hintPrice}
        </p>
      )}
      <div class="answer-foot">
        <Commands hintsLeft={hintsLeft} waiting={waiting} onCommand={onCommand} />
        <p id="answer-help" class="quiet help">
          {left < answerBytes - shownFromBytes && left >= 0
            ? words.practice.bytesLeft(left)
            : words.practice.keys}
        </p>
        <button type="submit" class="button button-main" aria-disabled={waiting}>
          {waiting ? words.practice.sending : words.practice.send}
        </button>
      </div>
    </>
  );
}

// Off by aria-disabled, so that a button that has the focus keeps it.
function Commands({ hintsLeft, waiting, onCommand }: CommandProps) {
  const repeat = (
    <>
      {words.practice.repeat}
      <span class="roomy">{words.practice.repeatMore}</span>
    </>
  );
  const button = (name: CommandName, label: ComponentChildren, off: boolean) => (
    <button
      type="button"
      class="button button-quiet"
      aria-disabled={off}
      aria-describedby={name === 'hint' && hintsLeft > 0 ? 'hint-price' : undefined}
      onClick={() => !off && onCommand(name)}
    >
      {label}
    </button>
  );
  return (
    <div class="commands">
      {button('hint', words.practice.hint(hintsLeft), waiting || hintsLeft === 0)}
      {button('repeat', repeat, waiting)}
      {button('skip', words.practice.skip, waiting)}
    </div>
  );
}
