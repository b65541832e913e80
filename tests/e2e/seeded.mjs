// Interviews that are played over the socket before a browser looks at them.

import { Candidate, Interview } from './protocol_client.mjs';
import { strongAnswers } from './samples.mjs';
import { playToTheEnd, scenarioIds } from './support.mjs';

const plain =
  'I would talk to the people first, then we meet again next week and look at it together.';

/** A finished interview: its first half answered strongly, the rest plainly, so that both show. */
export async function playedInterview(server, scenario) {
  const candidate = await Candidate.arrive(server.url);
  const id = scenario ?? (await scenarioIds(candidate))[0];
  const strong = strongAnswers(id);
  const interview = await Interview.start(candidate, id);
  let said = 0;
  await playToTheEnd(interview, ({ turn, probe }) =>
    probe === null && ++said <= 3 ? (strong.get(turn) ?? plain) : plain,
  );
  await interview.connection.close();
  return interview;
}

export const reportOf = ({ candidate, session }) =>
  candidate.get(`/api/v1/sessions/${session}/report`);
