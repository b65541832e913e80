// Interviews that are played over the socket before a browser looks at them.

import { Candidate, Interview } from './protocol_client.mjs';
import { strongAnswers } from './samples.mjs';
import { playToTheEnd, scenarioIds } from './support.mjs';

const plain =
  'I would talk to the people first, then we meet again next week and look at it together.';

// Terms without a sentence: none of them counts, and the report says so.
const list =
  'critical path, slack, dependency, escalation, trade-off, options, recommendation, decision, ' +
  'stub, mock, contract test, sponsor, early warning, working agreement, scope cut, phased ' +
  'rollout, mitigation, contingency, owner, deadline, forecast, baseline, risk register, canary, ' +
  'threshold, monitoring, dashboard, hypercare, stakeholders, alignment, transparency, budget, ' +
  'velocity, backlog, governance, vision, strategy, mission, culture, coaching, hiring, audit';

const answerTo = (strong, turn, said) => (said === 3 ? list : said < 5 && strong.get(turn)) || plain;

/** A finished interview: its first answers strong, one a list, the rest plain, so that all show. */
export async function playedInterview(server, scenario) {
  const candidate = await Candidate.arrive(server.url);
  const id = scenario ?? (await scenarioIds(candidate))[0];
  const strong = strongAnswers(id);
  const interview = await Interview.start(candidate, id);
  let said = 0;
  await playToTheEnd(interview, ({ turn, probe }) =>
    probe === null ? answerTo(strong, turn, ++said) : plain,
  );
  await interview.connection.close();
  return interview;
}

export const reportOf = ({ candidate, session }) =>
  candidate.get(`/api/v1/sessions/${session}/report`);
