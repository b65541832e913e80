// The smallest change that lifts the verdict, as things to say next time.
import type { AskReport, Lift, Report } from '../records.ts';
import { reportWords as words } from '../report_words.ts';

interface Step {
  name: string;
  advice?: string | null;
  turn?: string;
}

const stepsOf = ({ say, fuller, unsay }: Lift): Step[] => [
  ...unsay.map(({ name, correction }) => ({ name: words.leaveOut(name), advice: correction })),
  ...fuller.map(({ turn, words: count }) => ({ name: words.fuller(count), turn })),
  ...say,
];

const questionOf = (asks: AskReport[], turn?: string) =>
  asks.find((ask) => ask.turn === turn)?.question;

const Place = ({ question }: { question: string | undefined }) =>
  question ? <p class="quiet small">{words.inAnswerTo(question)}</p> : null;

export function LiftCard({ report: { lift, verdict, asks } }: { report: Report }) {
  if (!lift) return null;
  return (
    <section aria-labelledby="lift">
      <h2 id="lift">{words.lift}</h2>
      {lift.verdict && <p class="eyebrow">{words.step(verdict.name, lift.verdict.name)}</p>}
      <p class="anchor">{lift.words}</p>
      <ul class="lift-list">
        {stepsOf(lift).map(({ name, advice, turn }) => (
          <li key={name}>
            <h3>{name}</h3>
            {advice && <p>{advice}</p>}
            <Place question={questionOf(asks, turn)} />
          </li>
        ))}
      </ul>
      {lift.elsewhere && <p class="quiet small">{words.elsewhere}</p>}
      {lift.verdict && !lift.smallest && <p class="quiet small">{words.notSmallest}</p>}
    </section>
  );
}
