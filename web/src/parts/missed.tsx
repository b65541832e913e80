// What the criteria asked for and was never said, worth most first.
import { useMemo, useState } from 'preact/hooks';
import { missedOf } from '../evidence.ts';
import type { Report } from '../records.ts';
import { words } from '../words.ts';

const shownAtFirst = 5;

export function Missed({ report }: { report: Report }) {
  const missed = useMemo(() => missedOf(report), [report]);
  const [all, setAll] = useState(false);
  return (
    <section aria-labelledby="missed">
      <h2 id="missed">{words.report.missed}</h2>
      <p class="quiet">{missed.length > 0 ? words.report.missedLead : words.report.missedNone}</p>
      <ol class="missed">
        {missed.map(({ concept, name, advice, worth_pm, criterion }, index) => (
          <li key={`${criterion}.${concept}`} hidden={!all && index >= shownAtFirst}>
            <h3>{name}</h3>
            <p>{advice}</p>
            <p class="quiet small">{words.report.missedWorth(worth_pm, criterion)}</p>
          </li>
        ))}
      </ol>
      {!all && missed.length > shownAtFirst && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {words.report.missedAll(missed.length)}
        </button>
      )}
    </section>
  );
}
