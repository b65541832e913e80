// The same answers judged at every level of the ladder, with what keeps each verdict down.
import type { Report } from '../records.ts';
import { reportWords as words } from '../report_words.ts';

export function LevelLens({ report: { level: own, levels } }: { report: Report }) {
  return (
    <section aria-labelledby="levels">
      <h2 id="levels">{words.levels}</h2>
      <table class="sheet-table small">
        <thead>
          <tr>
            {words.levelColumns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map(({ level, verdict, stopped_by: stop, next_condition: next }, row) => (
            <tr key={level} aria-current={level === own}>
              <th scope="row">
                {level}
                {level === own && <span class="quiet"> {words.ownLevel}</span>}
              </th>
              <td>{verdict.name}</td>
              <td>
                {stop && words.stoppedBy(stop.name, stop.level)}
                {next !== levels[row - 1]?.next_condition && next}
                {!stop && !next && words.nothingStops}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
