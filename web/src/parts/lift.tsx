// The smallest change that lifts the verdict, as things to say next time.
import type { AskReport, Report } from '../records.ts';
import { reportWords as words } from '../report_words.ts';

const questionOf = (asks: AskReport[], turn: string) =>
  asks.find((ask) => ask.turn === turn)?.question ?? '';

function Place({ asks, turn }: { asks: AskReport[]; turn: string }) {
  const question = questionOf(asks, turn);
  return question ? <p class="quiet small">{words.inAnswerTo(question)}</p> : null;
}

export function LiftCard({ report }: { report: Report }) {
  const { lift, verdict, asks } = report;
  if (lift === null) return null;
  return (
    <section aria-labelledby="lift">
      <h2 id="lift">{words.lift}</h2>
      {lift.verdict && <p class="eyebrow">{words.step(verdict.name, lift.verdict.name)}</p>}
      <p class="anchor">{lift.words}</p>
      <ul class="lift-list">
        {lift.unsay.map(({ concept, name, correction }) => (
          <li key={concept}>
            <h3>{words.leaveOut(name)}</h3>
            {correction !== null && <p>{correction}</p>}
          </li>
        ))}
        {lift.fuller.map(({ turn, words: count }) => (
          <li key={turn}>
            <h3>{words.fuller(count)}</h3>
            <Place asks={asks} turn={turn} />
          </li>
        ))}
        {lift.say.map(({ concept, name, advice, turn }) => (
          <li key={`${turn}.${concept}`}>
            <h3>{name}</h3>
            <p>{advice}</p>
            <Place asks={asks} turn={turn} />
          </li>
        ))}
      </ul>
      {lift.elsewhere && <p class="quiet small">{words.elsewhere}</p>}
      {!lift.smallest && <p class="quiet small">{words.notSmallest}</p>}
    </section>
  );
}
