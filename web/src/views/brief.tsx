// Before the start: the situation, how it will be judged, and the few choices there are.
import { useState } from 'preact/hooks';
import { isSeed, type StartRequest, type TimeScale } from '../protocol.ts';
import type { CardDetail } from '../records.ts';
import { getCard } from '../rest.ts';
import type { Played, Practice } from '../state.ts';
import { roleName, roundName, words } from '../words.ts';
import { Anchors } from '../parts/anchors.tsx';
import { isMissing, Loaded, useLoad } from '../parts/load.tsx';
import { MissingPage, Page } from '../parts/page.tsx';
import { Paragraphs } from '../parts/paragraphs.tsx';
import { MustHave, VerdictScale } from '../parts/verdict_scale.tsx';

export type Begin = (
  scenario: Played,
  choices: Omit<StartRequest, 'id' | 'scenario'>,
) => void;

interface Props {
  scenario: string;
  practice: Practice;
  onBegin: Begin;
  takeFocus: boolean;
}

export function BriefView({ scenario, practice, onBegin, takeFocus }: Props) {
  const [loaded, retry] = useLoad(() => getCard(scenario), [scenario]);
  if (isMissing(loaded)) return <MissingPage takeFocus={takeFocus} />;
  const card = loaded.state === 'ready' ? loaded.value : null;
  return (
    <Page
      title={card?.title ?? (loaded.state === 'failed' ? words.failed : words.loading)}
      eyebrow={card ? eyebrowOf(card) : ''}
      wide
      takeFocus={takeFocus}
    >
      <Loaded from={loaded} retry={retry}>
        {(value) => (
          <div class="brief">
            <section aria-labelledby="situation">
              <h2 id="situation">{words.brief.situation}</h2>
              <Paragraphs text={value.brief} />
            </section>
            <StartForm card={value} practice={practice} onBegin={onBegin} />
            <Judging card={value} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const eyebrowOf = (card: CardDetail) =>
  [roleName(card.role), roundName(card.round), card.level, words.minutes(card.minutes)].join(' · ');

function Judging({ card }: { card: CardDetail }) {
  return (
    <section aria-labelledby="judged">
      <h2 id="judged">{words.brief.judged}</h2>
      <p>{words.brief.judgedLead}</p>
      <VerdictScale scale={card.scale} />
      <p>{words.brief.mustHaveLead}</p>
      {card.criteria.map((criterion) => (
        <details key={criterion.id} class="fold">
          <summary>
            {criterion.name} <MustHave yes={criterion.must_have} />
          </summary>
          <Anchors anchors={criterion.anchors} />
        </details>
      ))}
    </section>
  );
}

const scales: TimeScale[] = [1000, 1500, 2000, 0];

type FormProps = { card: CardDetail; practice: Practice; onBegin: Begin };

function StartForm({ card, practice, onBegin }: FormProps) {
  const [scale, setScale] = useState<TimeScale>(1000);
  const [seed, setSeed] = useState('');
  const [tried, setTried] = useState(false);
  const starting = practice.link !== 'idle';
  const wrongSeed = seed !== '' && !isSeed(seed);
  const begin = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (starting || wrongSeed) return;
    onBegin(card, { time_scale_pm: scale, ...(seed === '' ? {} : { seed }) });
  };
  return (
    <form class="start" onSubmit={begin}>
      <fieldset>
        <legend>{words.brief.time}</legend>
        <p class="quiet small">{words.brief.timeLead}</p>
        <div class="choices">
          {scales.map((value) => (
            <label key={value} class="choice">
              <input
                type="radio"
                name="time"
                checked={scale === value}
                onChange={() => setScale(value)}
              />
              {words.brief.times[value]}
            </label>
          ))}
        </div>
      </fieldset>
      <details class="fold">
        <summary>{words.brief.more}</summary>
        <label for="seed">{words.brief.seed}</label>
        <input
          id="seed"
          inputMode="numeric"
          autocomplete="off"
          maxLength={20}
          value={seed}
          aria-describedby="seed-help seed-fault"
          aria-invalid={tried && wrongSeed}
          onInput={(event) => setSeed(event.currentTarget.value.trim())}
        />
        <p id="seed-help" class="quiet small">
          {words.brief.seedHelp}
        </p>
      </details>
      <p id="seed-fault" class="fault" role="alert">
        {tried && wrongSeed ? words.brief.seedFault : ''}
        {practice.refusal ? words.practice.refused(practice.refusal.message) : ''}
        {practice.link === 'lost' ? words.connection.lost : ''}
      </p>
      <button type="submit" class="button button-main button-big" aria-disabled={starting}>
        {starting ? words.brief.starting : words.brief.start}
      </button>
    </form>
  );
}
