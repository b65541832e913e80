// What the criteria asked for and was never said, worth most first.
import { useMemo, useState } from 'preact/hooks';
import { missedOf } from '../evidence.ts';
import type { Report } from '../records.ts';
import { words } from '../words.ts';

const shownAtFirst = 5;

export function Missed({ report }: { report: Report }) {
  const missed = useMemo(() => missedOf(report), [report]);
  const [all, setAll] = useState(false);
  const shown = all ? missed : missed.slice(0, shownAtFirst);
  return (
    <section aria-labelledby="missed">
      <h2 id="missed">{words.report.missed}</h2>
      <p class="quiet">{missed.length > 0 ? words.report.missedLead : words.report.missedNone}</p>
      <ol class="missed">
        {shown.map(({ concept, name, advice, worth_pm, criterion }) => (
          <li key={`${criterion}.${concept}`}>
            <h3>{name}</h3>
            <p>{advice}</p>
            <p class="quiet small">{words.report.missedWorth(worth_pm, criterion)}</p>
          </li>
        ))}
      </ol>
      {shown.length < missed.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {words.report.missedAll(missed.length)}
        </button>
      )}
    </section>
  );
}
