// The same answers judged at every level of the ladder, with what keeps each verdict down.
import type { LevelView, Report } from '../records.ts';
import { reportWords as words } from '../report_words.ts';

function Stop({ view }: { view: LevelView }) {
  const { stopped_by: stop, next_condition: next } = view;
  if (stop === null && next === null) return <>{words.nothingStops}</>;
  return (
    <>
      {stop && words.stoppedBy(stop.name, stop.level)} <span class="quiet">{next}</span>
    </>
  );
}

export function LevelLens({ report }: { report: Report }) {
  return (
    <section aria-labelledby="levels">
      <h2 id="levels">{words.levels}</h2>
      <table class="sheet-table small">
        <caption class="quiet">{words.levelsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.level}</th>
            <th scope="col">{words.verdict}</th>
            <th scope="col">{words.stop}</th>
          </tr>
        </thead>
        <tbody>
          {report.levels.map((view) => (
            <tr key={view.level} aria-current={view.level === report.level}>
              <th scope="row">
                {view.level}
                {view.level === report.level && <span class="quiet"> {words.here}</span>}
              </th>
              <td>{view.verdict.name}</td>
              <td>
                <Stop view={view} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
