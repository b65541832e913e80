// Below an answer: what would put right a red flag that was heard in it.
import type { FlagReport } from '../records.ts';

export function Corrections({ flags, seq }: { flags: FlagReport[]; seq: number }) {
  const here = flags.filter(
    ({ correction, quotes }) => correction && quotes.some((quote) => quote.seq === seq),
  );
  return (
    <>
      {here.map(({ concept, name, correction }) => (
        <li key={concept} class="entry correction">
          <h3>{name}</h3>
          <p>{correction}</p>
        </li>
      ))}
    </>
  );
}
