// What the report says about lifting a verdict, other levels and receipts. Fetched with the report.

const kinds: Record<string, string> = {
  exact: 'as written',
  stem: 'another form',
  synonym: 'same meaning',
  typo: 'read past a typo',
};

const percent = (perMille: number) => `${Math.round(perMille / 10)} %`;

export const reportWords = {
  lift: 'What would lift it',
  step: (from: string, to: string) => `${from} → ${to}`,
  notSmallest: 'There may be a shorter way than this one.',
  elsewhere: 'This takes questions that you did not get to.',
  inAnswerTo: (question: string) => `In your answer to: ${question}`,
  fuller: (count: number) => `An answer of at least ${count} words`,
  leaveOut: (name: string) => `Leave out: ${name}`,
  levels: 'The same answers at other levels',
  levelsCaption: 'Verdict by level, and the criterion that keeps it from the next step',
  level: 'Level',
  verdict: 'Verdict',
  stop: 'Held by',
  here: 'this interview',
  nothingStops: 'nothing',
  stoppedBy: (name: string, level: number) => `${name}, level ${level}.`,
  receipt: 'Receipt',
  receiptLead: (k: number, total: string) => `The best ${k} count; coverage ${total}.`,
  columns: { words: 'Your words', rule: 'Rule met', credit: 'Credit', counts: 'Counts' },
  kind: (kind: string) => kinds[kind] ?? kind,
  percent,
  counts: (perMille: number, k: number) => (perMille === 0 ? '–' : `${percent(perMille)} / ${k}`),
  heldAt: (level: number, would: number) => `Level ${would}, held at ${level}.`,
  correction: (name: string) => `${name}. Better:`,
} as const;
