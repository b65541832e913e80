// What the report says about lifting a verdict, other levels and receipts. Fetched with the report.
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
  ownLevel: 'this interview',
  nothingStops: 'Nothing',
  levelColumns: ['Level', 'Verdict', 'Held by'],
  stoppedBy: (name: string, level: number) => `${name}, level ${level}. `,
  receipt: 'Receipt',
  receiptLead: (k: number, perMille: number) =>
    `The best ${k} count, a share each; coverage ${percent(perMille)}.`,
  counts: (perMille: number, k: number) =>
    perMille === 0 ? 'Not counted' : `${percent(perMille)} of 1/${k}`,
} as const;
