// The report, laid out like a hiring packet: verdict, criteria with the words behind them, what was
// missing, and the transcript in which those words light up.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { evidenceOf, flagOwner, type Evidence, type Lit } from '../evidence.ts';
import { unfoldWhenPrinting } from '../printing.ts';
import type { Turn } from '../protocol.ts';
import type { Report, Transcript } from '../records.ts';
import { deleteSession, exportLink, getReport, getTranscript, type RestFault } from '../rest.ts';
import { hashOf } from '../route.ts';
import { clockText } from '../time.ts';
import { dateText, roleName, timeName, words } from '../words.ts';
import { CriterionCard } from '../parts/criterion_card.tsx';
import { DeliverySection } from '../parts/delivery.tsx';
import { FlagCard } from '../parts/flag_card.tsx';
import { LevelLens } from '../parts/level_lens.tsx';
import { LiftCard } from '../parts/lift.tsx';
import { Failure, faultFrom, isMissing, Loaded, useLoad } from '../parts/load.tsx';
import { MarkedTranscript } from '../parts/marked_transcript.tsx';
import { Missed } from '../parts/missed.tsx';
import { MissingPage, Page } from '../parts/page.tsx';
import { Confirm } from '../parts/sheet.tsx';
import { VerdictScale } from '../parts/verdict_scale.tsx';

interface Props {
  session: string;
  takeFocus: boolean;
  onForget: (session: string) => void;
}
type Packet = { report: Report | null; transcript: Transcript };

// An open interview has a transcript, but no report yet.
async function loadPacket(session: string): Promise<Packet> {
  const transcript = await getTranscript(session);
  return { transcript, report: transcript.status === 'over' ? await getReport(session) : null };
}

export function ReportView({ session, takeFocus, onForget }: Props) {
  const [loaded, retry] = useLoad(() => loadPacket(session), [session]);
  if (isMissing(loaded)) return <MissingPage takeFocus={takeFocus} />;
  const row = loaded.state === 'ready' ? loaded.value.transcript : null;
  const eyebrow = row
    ? words.report.packet(roleName(row.scenario.role), row.level)
    : words.report.title;
  return (
    <Page
      title={row?.scenario.title ?? words.report.title}
      eyebrow={eyebrow}
      wide
      takeFocus={takeFocus}
    >
      <Loaded from={loaded} retry={retry}>
        {({ report, transcript }) =>
          report ? (
            <PacketView report={report} transcript={transcript} onForget={onForget} />
          ) : (
            <div class="notice">
              <p>{words.report.stillOpen}</p>
              <a class="button button-main" href={hashOf({ name: 'practice', session })}>
                {words.report.goOn}
              </a>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

type PacketProps = { report: Report; transcript: Transcript; onForget: (session: string) => void };

function PacketView({ report, transcript, onForget }: PacketProps) {
  const evidence = useMemo(() => evidenceOf(report), [report]);
  const [lit, setLit] = useState<Lit>({ owner: null, chosen: null });
  const column = useRef<HTMLElement>(null);
  useEffect(unfoldWhenPrinting, []);
  const show = (owner: string) => {
    const next = lit.owner === owner ? null : owner;
    setLit({ owner: next, chosen: null });
    if (next !== null) scrollToMark(column.current, `[data-owners~="${CSS.escape(next)}"]`);
  };
  const showQuote = (chosen: Evidence) => {
    setLit({ owner: chosen.owner, chosen });
    scrollToMark(column.current, `[data-begins~="${CSS.escape(chosen.key)}"]`, true);
  };
  const cards = { lit, events: transcript.events, evidence, onShow: show, onQuote: showQuote };
  return (
    <>
      <VerdictBlock report={report} transcript={transcript} />
      <Tools report={report} onForget={onForget} />
      <div class="packet coach">
        <LiftCard report={report} />
        <LevelLens report={report} />
      </div>
      <div class="packet">
        <div class="packet-main">
          <section aria-labelledby="criteria">
            <h2 id="criteria">{words.report.criteria}</h2>
            {report.criteria.map((criterion) => (
              <CriterionCard key={criterion.id} criterion={criterion} {...cards} />
            ))}
          </section>
          {report.flags.length > 0 && (
            <section aria-labelledby="flags">
              <h2 id="flags">{words.report.flags}</h2>
              {report.flags.map((flag) => (
                <FlagCard
                  key={flag.concept}
                  flag={flag}
                  owner={flagOwner(flag.concept)}
                  criteria={report.criteria}
                  {...cards}
                />
              ))}
            </section>
          )}
          <Missed report={report} />
          <DeliverySection report={report} />
        </div>
        <section ref={column} class="packet-side" aria-labelledby="transcript">
          <MarkedTranscript
            report={report}
            events={transcript.events}
            who={transcript.interviewer}
            evidence={evidence}
            lit={lit}
            onChoose={(chosen) => setLit({ owner: chosen?.owner ?? null, chosen })}
          />
        </section>
      </div>
      <Record report={report} />
    </>
  );
}

// Brings the first such phrase into sight; `takeFocus` moves the keyboard there as well.
function scrollToMark(column: HTMLElement | null, selector: string, takeFocus = false): void {
  requestAnimationFrame(() => {
    const mark = column?.querySelector<HTMLElement>(selector);
    mark?.scrollIntoView({ block: 'center' });
    if (takeFocus) mark?.focus({ preventScroll: true });
  });
}

const hintsIn = (events: Turn[]) =>
  events.filter(({ body: { input } }) => input.kind === 'command' && input.name === 'hint').length;

function VerdictBlock({ report, transcript }: { report: Report; transcript: Transcript }) {
  const { verdict } = report;
  const hints = hintsIn(transcript.events);
  const facts = [
    [words.report.facts.answers, String(report.answers)],
    [words.report.facts.words, report.words.toLocaleString('en')],
    [words.report.facts.time, clockText(report.elapsed_ms)],
    [words.report.facts.curveballs, String(report.curveballs.length)],
    [words.report.facts.mean, words.report.mean(report.mean_level_pm)],
  ];
  return (
    <section class={`verdict step-${verdict.id}`} aria-labelledby="verdict">
      <h2 id="verdict">
        <span class="eyebrow">
          {words.report.verdict} · {dateText(transcript.started_at_ms)}
        </span>
        {verdict.name}
      </h2>
      <VerdictScale scale={verdict.scale} current={verdict.id} />
      <p class="why">{verdict.why}</p>
      {hints > 0 && <p>{words.report.hintsUsed(hints)}</p>}
      {report.partial && <p class="notice notice-warn">{words.report.partial}</p>}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Tools({ report, onForget }: { report: Report; onForget: (session: string) => void }) {
  const { session } = report;
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<RestFault | null>(null);
  const remove = () => {
    setAsking(false);
    deleteSession(session).then(
      () => {
        onForget(session);
        location.hash = hashOf({ name: 'history' });
      },
      (problem: unknown) => setFault(faultFrom(problem)),
    );
  };
  return (
    <div class="tools">
      <p class="actions">
        <a class="button" href={hashOf({ name: 'replay', session })}>
          {words.report.replay}
        </a>
        <a class="button" href={exportLink(session, 'md')} download="">
          {words.report.exportMd}
        </a>
        <a class="button" href={exportLink(session, 'jsonl')} download="">
          {words.report.exportJsonl}
        </a>
        <button type="button" class="button" onClick={() => print()}>
          {words.report.print}
        </button>
        <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>
          {words.report.remove}
        </button>
      </p>
      {fault && <Failure fault={fault} retry={remove} />}
      {asking && (
        <Confirm
          title={words.history.removeTitle}
          body={words.history.removeBody}
          yes={words.history.removeYes}
          no={words.cancel}
          onNo={() => setAsking(false)}
          onYes={remove}
        />
      )}
    </div>
  );
}

function Record({ report }: { report: Report }) {
  const { facets } = words.report;
  const rows = [
    [facets.interview, report.scenario.id],
    [facets.version, String(report.scenario.version)],
    [facets.seed, report.seed],
    [facets.time, timeName(report.time_scale_pm)],
    [facets.engine, String(report.engine_revision)],
    [facets.hash, report.scenario.hash],
    [facets.session, report.session],
  ];
  return (
    <section class="record" aria-labelledby="record">
      <h2 id="record">{words.report.record}</h2>
      <p class="quiet">{words.report.recordLead}</p>
      <dl class="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="code">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
