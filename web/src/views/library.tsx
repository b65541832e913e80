// The interviews of this server, by role.
import type { Card, Row } from '../records.ts';
import { getHistory, getLibrary } from '../rest.ts';
import { hashOf } from '../route.ts';
import { roleName, roundName, words } from '../words.ts';
import { Loaded, useLoad } from '../parts/load.tsx';
import { Page } from '../parts/page.tsx';

const load = async () => {
  const { scenarios } = await getLibrary();
  const { sessions } = await getHistory({ scenario: '', status: '' }, null);
  const open = sessions.filter(({ status }) => status === 'open').slice(0, 3);
  return { scenarios, open, over: sessions.filter(({ status }) => status === 'over') };
};

export function LibraryView({ takeFocus }: { takeFocus: boolean }) {
  const [loaded, retry] = useLoad(load, []);
  return (
    <Page title={words.library.title} lead={words.library.lead} wide takeFocus={takeFocus}>
      <Loaded from={loaded} retry={retry}>
        {({ scenarios, open, over }) => (
          <>
            {open.length > 0 && <OpenSessions rows={open} />}
            {scenarios.length === 0 && <p class="notice">{words.library.empty}</p>}
            {rolesOf(scenarios).map((role) => (
              <Role
                key={role}
                role={role}
                cards={scenarios.filter((card) => card.role === role)}
                over={over}
              />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

// In the order of the catalogue of roles; roles it does not know come last.
function rolesOf(cards: Card[]): string[] {
  const known = Object.keys(words.roles);
  const rank = (role: string) => (known.indexOf(role) + known.length + 1) % (known.length + 1);
  return [...new Set(cards.map((card) => card.role))].sort((a, b) => rank(a) - rank(b));
}

function OpenSessions({ rows }: { rows: Row[] }) {
  return (
    <section class="notice open-sessions" aria-labelledby="open-sessions">
      <h2 id="open-sessions">{words.library.openTitle}</h2>
      <ul>
        {rows.map(({ session, scenario }) => (
          <li key={session}>
            <span>{scenario.title}</span>
            <a class="button" href={hashOf({ name: 'practice', session })}>
              {words.library.continue}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Role({ role, cards, over }: { role: string; cards: Card[]; over: Row[] }) {
  return (
    <section aria-labelledby={`role-${role}`}>
      <h2 id={`role-${role}`}>{roleName(role)}</h2>
      <ul class="cards">
        {cards.map((card) => (
          <CardItem
            key={card.id}
            card={card}
            last={over.find(({ scenario }) => scenario.id === card.id)}
          />
        ))}
      </ul>
    </section>
  );
}

// `last`: the newest interview that was finished on this card.
function CardItem({ card, last }: { card: Card; last: Row | undefined }) {
  return (
    <li class="card">
      <p class="eyebrow">
        {roundName(card.round)} · {card.level} · {words.minutes(card.minutes)}
      </p>
      {last?.verdict && (
        <p>
          <span class={`chip step-${last.verdict.id}`}>
            {words.library.played(last.verdict.name)}
          </span>
        </p>
      )}
      <h3>{card.title}</h3>
      <p>{card.summary}</p>
      <p class="quiet small">
        {words.library.judgedOn}: {card.criteria.map(({ name }) => name).join(' · ')}
      </p>
      <a
        class="button button-main"
        href={hashOf({ name: 'brief', scenario: card.id })}
        aria-label={words.library.startLabel(card.title)}
      >
        {words.library.start}
      </a>
    </li>
  );
}
