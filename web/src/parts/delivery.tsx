// How the answers were said, apart from what they said: figures, no praise and no blame.
import { useMemo } from 'preact/hooks';
import {
  deliveryWords,
  lengthLine,
  rate,
  readDelivery,
  storyLine,
  type Delivery,
} from '../delivery.ts';
import type { Report } from '../records.ts';

function facts({ words, hedges, fillers, asks, own_share_pm }: Delivery): [string, string][] {
  const counted: [string, string][] = [
    [deliveryWords.hedges, rate(hedges, words)],
    [deliveryWords.fillers, rate(fillers, words)],
    [deliveryWords.asks, String(asks)],
  ];
  if (own_share_pm !== null)
    counted.push([deliveryWords.ownShare, `${Math.round(own_share_pm / 10)} %`]);
  return counted;
}

export function DeliverySection({ report }: { report: Report }) {
  const delivery = useMemo(() => readDelivery(report.delivery), [report]);
  if (delivery === null || delivery.answers.length === 0) return null;
  const asks = report.asks.map(({ turn, question }) => ({
    turn,
    question,
    answers: delivery.answers.filter((answer) => answer.turn === turn),
  }));
  return (
    <section aria-labelledby="delivery">
      <h2 id="delivery">{deliveryWords.title}</h2>
      <p class="quiet">{deliveryWords.lead}</p>
      <dl class="facts">
        {facts(delivery).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ol class="delivery">
        {asks
          .filter(({ answers }) => answers.length > 0)
          .map(({ turn, question, answers }) => (
            <li key={turn}>
              <p class="delivery-ask">{question}</p>
              {answers.map((answer) => (
                <p key={answer.seq} class="small">
                  {answer.to_probe && <span class="quiet">{deliveryWords.toProbe}</span>}
                  {lengthLine(answer)}
                  {answer.story && <br />}
                  {answer.story && storyLine(answer.story)}
                </p>
              ))}
            </li>
          ))}
      </ol>
    </section>
  );
}
