// Every interview of this candidate: find, continue, read again, delete.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Deleted, Row } from '../records.ts';
import {
  deleteAll,
  deleteSession,
  getHistory,
  getLibrary,
  type HistoryFilter,
  type RestFault,
} from '../rest.ts';
import { hashOf } from '../route.ts';
import { dateText, roleName, words } from '../words.ts';
import { Failure, faultFrom, useLoad } from '../parts/load.tsx';
import { Page } from '../parts/page.tsx';
import { Confirm } from '../parts/sheet.tsx';

interface Rows {
  rows: Row[];
  next: string | null;
  loading: boolean;
  fault: RestFault | null;
}

const noRows: Rows = { rows: [], next: null, loading: true, fault: null };

// Pages of the list; a new filter or a deletion starts over.
function useRows(filter: HistoryFilter) {
  const [list, setList] = useState<Rows>(noRows);
  const [round, setRound] = useState(0);
  const [cursor, setCursor] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    setList((before) => ({ ...(cursor === null ? noRows : before), loading: true, fault: null }));
    getHistory(filter, cursor).then(
      ({ sessions, next }) =>
        current &&
        setList(({ rows }) => ({
          rows: [...rows, ...sessions],
          next,
          loading: false,
          fault: null,
        })),
      (problem: unknown) =>
        current && setList((before) => ({ ...before, loading: false, fault: faultFrom(problem) })),
    );
    return () => {
      current = false;
    };
  }, [filter, cursor, round]);
  const reload = () => {
    setCursor(null);
    setRound((count) => count + 1);
  };
  return { list, reload, more: () => setCursor(list.next), retry: () => setRound((n) => n + 1) };
}

interface Props {
  takeFocus: boolean;
  onForget: (session?: string) => void;
}

export function HistoryView({ takeFocus, onForget }: Props) {
  const [filter, setFilter] = useState<HistoryFilter>({ scenario: '', status: '' });
  const { list, reload, more, retry } = useRows(filter);
  const [doomed, setDoomed] = useState<Row | 'all' | null>(null);
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said !== '') status.current?.focus(); // The button that was pressed is gone.
  }, [said]);
  const remove = async (target: Row | 'all') => {
    setDoomed(null);
    const session = target === 'all' ? undefined : target.session;
    try {
      const done: Deleted = await (session === undefined ? deleteAll() : deleteSession(session));
      onForget(session);
      setSaid(words.history.removed(done.deleted, done.backups));
    } catch (problem) {
      setSaid(`${words.failed} ${faultFrom(problem).message}`);
    }
    reload();
  };
  const filtered = filter.scenario !== '' || filter.status !== '';
  return (
    <Page title={words.history.title} lead={words.history.lead} takeFocus={takeFocus}>
      <Filter filter={filter} onChange={setFilter} />
      <p ref={status} tabIndex={-1} role="status" class={said === '' ? '' : 'notice'}>
        {said}
      </p>
      <ul class="rows" aria-busy={list.loading}>
        {list.rows.map((row) => (
          <RowItem key={row.session} row={row} onRemove={() => setDoomed(row)} />
        ))}
      </ul>
      {list.fault && <Failure fault={list.fault} retry={retry} />}
      {list.loading && <p class="quiet">{words.loading}</p>}
      {!list.loading && !list.fault && list.rows.length === 0 && <Nothing filtered={filtered} />}
      <p class="actions">
        {list.next !== null && (
          <button type="button" class="button" aria-disabled={list.loading} onClick={more}>
            {words.history.more}
          </button>
        )}
        {list.rows.length > 0 && (
          <button type="button" class="button button-quiet" onClick={() => setDoomed('all')}>
            {words.history.removeAll}
          </button>
        )}
      </p>
      {doomed && (
        <Confirm
          title={doomed === 'all' ? words.history.removeAllTitle : words.history.removeTitle}
          body={words.history.removeBody}
          yes={words.history.removeYes}
          no={words.cancel}
          onNo={() => setDoomed(null)}
          onYes={() => void remove(doomed)}
        />
      )}
    </Page>
  );
}

type FilterProps = { filter: HistoryFilter; onChange: (filter: HistoryFilter) => void };

function Filter({ filter, onChange }: FilterProps) {
  const [library] = useLoad(getLibrary, []);
  const cards = library.state === 'ready' ? library.value.scenarios : [];
  const statuses: HistoryFilter['status'][] = ['open', 'over'];
  return (
    <form
      class="filter"
      aria-label={words.history.filter}
      onSubmit={(event) => event.preventDefault()}
    >
      <label>
        {words.history.scenario}
        <select
          value={filter.scenario}
          onChange={(event) => onChange({ ...filter, scenario: event.currentTarget.value })}
        >
          <option value="">{words.history.any}</option>
          {cards.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.history.status}
        <select
          value={filter.status}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onChange({ ...filter, status: statuses.find((status) => status === chosen) ?? '' });
          }}
        >
          <option value="">{words.history.any}</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {status === 'open' ? words.history.open : words.history.over}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) return <p>{words.history.noneFiltered}</p>;
  return (
    <p>
      {words.history.none} <a href="#/">{words.history.first}</a>
    </p>
  );
}

function detailOf(row: Row): string {
  const parts = [dateText(row.started_at_ms), roleName(row.scenario.role), row.level];
  if (row.status === 'over') parts.push(words.history.answers(row.answers));
  if (row.ending && row.ending !== 'finished') parts.push(words.history.endings[row.ending]);
  return parts.join(' · ');
}

function RowItem({ row, onRemove }: { row: Row; onRemove: () => void }) {
  const { session, status, verdict, scenario } = row;
  const about = `row-${session}`;
  const link = (name: 'practice' | 'report' | 'replay', label: string) => (
    <a class="button" href={hashOf({ name, session })} aria-describedby={about}>
      {label}
    </a>
  );
  return (
    <li class="row">
      <div id={about}>
        <h2>{scenario.title}</h2>
        <p class="quiet small">{detailOf(row)}</p>
      </div>
      <p class={`chip ${verdict ? `step-${verdict.id}` : 'chip-open'}`}>
        {verdict?.name ?? words.history.inProgress}
      </p>
      <p class="actions">
        {status === 'open'
          ? link('practice', words.history.continue)
          : link('report', words.history.report)}
        {status === 'over' && link('replay', words.history.replay)}
        <button
          type="button"
          class="button button-quiet"
          aria-describedby={about}
          onClick={onRemove}
        >
          {words.history.remove}
        </button>
      </p>
    </li>
  );
}
