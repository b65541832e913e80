// Every sentence that the client itself shows, but for those of delivery.ts, which are fetched with
// the report. Interview texts come from the server.
import { clockText } from './time.ts';

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
const percent = (perMille: number) => `${Math.round(perMille / 10)} %`;

export const words = {
  product: 'Curveball',
  skip: 'Skip to the content',
  nav: {
    label: 'Main',
    library: 'Interviews',
    history: 'History',
    shortcuts: 'Keyboard shortcuts',
  },
  footer: 'Everything stays on this server. No account, no third party.',

  loading: 'Loading …',
  offline: 'The server does not answer.',
  missing: 'There is nothing at this address, or it belongs to another browser.',
  missingTitle: 'Not found',
  failed: 'This did not work.',
  reload: 'Load the page again.',
  again: 'Try again',
  toLibrary: 'All interviews',
  cancel: 'Cancel',
  close: 'Close',

  roles: { tpm: 'Technical program manager', pm: 'Product manager' } as Record<string, string>,
  rounds: {
    program: 'Program sense',
    technical: 'Technical',
    behavioural: 'Behavioural',
    leadership: 'Leadership',
    product: 'Product sense',
    metrics: 'Metrics',
    status: 'Status writing',
    role_fit: 'Role fit',
  } as Record<string, string>,
  minutes: (count: number) => `${count} min`,

  library: {
    title: 'Practise the interview that pushes back.',
    lead: 'An interviewer who follows up on what you left out, changes the situation halfway, and shows the words behind every score.',
    start: 'Read the brief',
    startLabel: (title: string) => `Read the brief: ${title}`,
    played: (verdict: string) => `Played: ${verdict}`,
    judgedOn: 'Judged on',
    empty: 'This server has no interviews. Give it a folder of them: curveball serve --prompts DIR',
    openTitle: 'You have an interview open',
    continue: 'Continue',
  },

  brief: {
    situation: 'The situation',
    judged: 'How you will be judged',
    judgedLead:
      'Each criterion gets a level from what you say. A rule, not an average, turns the levels into a step on this scale:',
    mustHave: 'Must-have',
    mustHaveLead: 'Must-haves limit the verdict: too low a level in one of them, and there is no hire.',
    level: (level: number) => `Level ${level}`,
    time: 'Time limits',
    timeLead: 'They nudge you on long answers and never change the score.',
    times: { 1000: 'Normal', 1500: '1.5 × longer', 2000: '2 × longer', 0: 'Off' },
    more: 'More options',
    seed: 'Seed',
    seedHelp: 'Same seed, same answers, same interview. Empty: a new one.',
    seedFault: 'A seed is a whole number below 2⁶⁴.',
    start: 'Start the interview',
    starting: 'Starting …',
  },

  practice: {
    title: 'Interview',
    log: 'Conversation',
    brief: 'The situation',
    interviewer: 'Interviewer',
    progress: (now: number, about: number | null) =>
      about !== null && now <= about ? `Question ${now} of about ${about}` : `Question ${now}`,
    you: 'You',
    answer: 'Your answer',
    placeholder: 'Your answer',
    keys: 'Shift + Enter: new line',
    send: 'Send',
    sending: 'On its way …',
    unsent: 'Not delivered yet: kept, and sent when the connection is back.',
    hint: (left: number) => `Hint (${left} left)`,
    repeat: 'Repeat',
    repeatMore: '\u00a0the question',
    hintPrice: 'What a hint helps you to say counts a quarter.',
    skip: 'Skip',
    skipTitle: 'Skip this question?',
    skipBody: 'What you wrote here has not been sent, and it goes with the question.',
    skipYes: 'Skip and drop it',
    keepWriting: 'Keep writing',
    end: 'End interview',
    endTitle: 'End the interview here?',
    endBody: 'What you said so far is scored, and the report says that it is partial.',
    endDraft: 'The answer in the box has not been sent and will be lost.',
    endYes: 'End and see the report',
    keepGoing: 'Keep going',
    empty: 'Write at least a word, or skip the question.',
    tooLong: (over: number) =>
      `Too long by ${plural(over, 'byte', 'bytes')}. Shorten it a little to send it.`,
    bytesLeft: (left: number) => `${plural(left, 'byte', 'bytes')} left`,
    overTitle: 'The interview is over',
    overBody: 'Your report is ready, with your own words as evidence.',
    overFault: 'Its script failed. What you said is kept and scored.',
    toReport: 'Read your report',
    toReplay: 'Watch the replay',
    refused: (message: string) => `Not accepted: ${message}`,
  },
  timer: {
    label: 'Time on this question',
    passed: (ms: number) => clockText(ms),
    target: (ms: number) => `of about ${clockText(ms)}`,
    over: 'past the target, no harm done',
    hide: 'Hide',
    hideLabel: 'Hide timer',
    show: 'Show timer',
  },
  connection: {
    connecting: 'Connecting …',
    lost: 'Connection lost. Trying again; what you type is kept.',
    now: 'Try now',
    replaced: 'This interview was opened in another window.',
    here: 'Continue here',
  },
  notes: {
    hint: 'You asked for a hint',
    repeat: 'You asked to hear the question again',
    skip: 'You skipped the question',
    end: 'You ended the interview',
    hard: 'Time was up for this question',
  },
  lineTags: {
    probe: 'Follow-up',
    hint: 'Hint',
    clarify: 'Clarification',
    nudge: 'Time check',
    repeat: 'Once more',
  } as Record<string, string>,
  curveball: { title: 'Curveball', body: 'The situation has just changed.' },

  report: {
    title: 'Interview report',
    packet: (role: string, level: string) => `Interview report · ${role} · ${level}`,
    verdict: 'Verdict',
    scale: 'The scale',
    hintsUsed: (count: number) =>
      `You asked for ${plural(count, 'hint', 'hints')}. What a hint helps you to say counts a quarter.`,
    partial: 'Partial: the interview ended before its last question.',
    facts: {
      answers: 'Answers',
      words: 'Words',
      time: 'Time',
      mean: 'Mean level (never decides)',
      curveballs: 'Curveballs',
    },
    mean: (perMille: number) => `${(perMille / 1000).toFixed(2)} of 4`,
    criteria: 'Criteria',
    level: (level: number) => `Level ${level} of 4`,
    why: 'Why this level',
    next: 'To go up',
    limits: {
      red_flag: (level: number) => `Held down by a red flag; without it: level ${level}.`,
      thin_answers: (level: number) => `Answers too short to go higher; otherwise: level ${level}.`,
    } as Record<string, (level: number) => string>,
    showWords: (count: number) => `Show in transcript (${count})`,
    noWords: 'Nothing you said counted here.',
    anchors: 'All four levels',
    credit: {
      unprompted: 'full credit, unprompted',
      after_probe: 'half credit, after a follow-up',
      after_hint: 'quarter credit, after a hint',
    },
    readAs: (written: string, word: string) => `read “${written}” as “${word}”`,
    missed: 'What you did not say',
    missedLead: 'Ranked by what each would have been worth.',
    missedWorth: (perMille: number, criterion: string) =>
      perMille > 0
        ? `+${percent(perMille)} of ${criterion}`
        : `Wanted for the next level of ${criterion}`,
    missedNone: 'Nothing that the criteria ask for is missing.',
    missedAll: (count: number) => `Show all ${count}`,
    flags: 'Red flags',
    capped: (names: string) => `Held down: ${names}`,
    cappedNone: 'Shown only; it held nothing down.',
    transcript: 'Transcript',
    transcriptLead: 'Highlighted phrases are evidence. Choose one to see what it counts for; Esc leads back to its quote.',
    countsFor: (criterion: string, concept: string) => `${criterion}: ${concept}`,
    isFlag: (name: string) => `Red flag: ${name}`,
    clear: 'Show all evidence',
    samples: 'Compare with sample answers',
    grades: {
      strong: 'A strong answer',
      adequate: 'An adequate answer',
      weak: 'A weak answer',
    } as Record<string, string>,
    record: 'Record',
    recordLead: 'The same answers to the same version with the same seed give the same report.',
    facets: {
      interview: 'Interview',
      version: 'Version',
      hash: 'Script hash',
      seed: 'Seed',
      engine: 'Engine revision',
      time: 'Time limits',
      session: 'Session',
    },
    replay: 'Replay',
    exportMd: 'Export Markdown',
    exportJsonl: 'Export JSON Lines',
    print: 'Print',
    remove: 'Delete',
    stillOpen: 'This interview is still open; its report comes at the end.',
    goOn: 'Continue the interview',
  },

  history: {
    title: 'History',
    lead: 'Every interview you have started on this server from this browser.',
    filter: 'Filter',
    scenario: 'Interview',
    status: 'Status',
    any: 'All',
    open: 'Open',
    over: 'Finished',
    none: 'Nothing here yet.',
    noneFiltered: 'No interview matches this filter.',
    first: 'Start your first interview',
    more: 'Load more',
    continue: 'Continue',
    report: 'Report',
    replay: 'Replay',
    remove: 'Delete',
    removeAll: 'Delete everything',
    removeTitle: 'Delete this interview?',
    removeAllTitle: 'Delete all of your interviews?',
    removeBody: 'Transcript, report and replay are erased for good.',
    removeYes: 'Delete',
    removed: (count: number, backups: string[]) =>
      `${plural(count, 'interview', 'interviews')} deleted.` +
      (backups.length > 0 ? ` Backups that may still hold the data: ${backups.join(', ')}.` : ''),
    answers: (count: number) => plural(count, 'answer', 'answers'),
    endings: { finished: '', ended_early: 'ended early', fault: 'stopped by a fault' },
    inProgress: 'In progress',
  },

  replay: {
    title: 'Replay',
    position: 'Position',
    step: (now: number, all: number) => `Step ${now} of ${all}`,
    play: 'Play',
    pause: 'Pause',
    first: 'First',
    back: 'Back',
    forward: 'Forward',
    last: 'Last',
    speed: 'Speed',
    times: (speed: number) => `${speed} ×`,
    jump: 'Jump to a question',
    chapter: (number: number, question: string) => `${number}. ${question}`,
    controls: 'Replay controls',
    log: 'Recorded conversation',
    toReport: 'Report',
    nothing: 'Nothing is recorded yet.',
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    groups: [
      {
        name: 'Everywhere',
        keys: [
          ['?', 'This sheet'],
          ['Tab', 'Next control'],
          ['Esc', 'Close a sheet'],
        ],
      },
      {
        name: 'Interview',
        keys: [
          ['Enter', 'Send the answer'],
          ['Shift + Enter', 'New line'],
        ],
      },
      {
        name: 'Report',
        keys: [
          ['Enter', 'Show a quote in the transcript; say what a phrase counts for'],
          ['Esc', 'Back from a phrase to its quote'],
        ],
      },
      {
        name: 'Replay',
        keys: [
          ['← →', 'One step back or forward'],
          ['Home End', 'First or last step'],
          ['Space', 'Play or pause'],
        ],
      },
    ],
  },
} as const;

export const roleName = (role: string) => words.roles[role] ?? role.toUpperCase();
export const roundName = (round: string) => words.rounds[round] ?? round;
export const timeName = (scale: number) =>
  Object.entries(words.brief.times).find(([key]) => Number(key) === scale)?.[1] ??
  `${scale / 1000} ×`;

export const dateText = (ms: number) =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
