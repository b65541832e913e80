import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeNetwork } from './fake_network.ts';
import { exampleTurns, refusedFrame, resumedFrame, turnFrame } from './frames.ts';
import type { Said, StartRequest } from './protocol.ts';
import {
  Link,
  answerWaitMs,
  longestPauseMs,
  pauseMs,
  ratePauseMs,
  type LinkState,
} from './socket.ts';

const session = turnFrame('start').session;
const request: StartRequest = {
  id: 'start-1',
  scenario: 'tpm-dependency-slip',
  time_scale_pm: 1000,
};
const answer: Said = { kind: 'answer', id: 'a-0001', text: 'the long pole' };
const [first, second] = [turnFrame('start'), turnFrame('answer')];

function linked() {
  const network = fakeNetwork();
  const heard = { states: [] as LinkState[], seqs: [] as number[], refused: [] as string[], resumed: 0 };
  let unsent: readonly Said[] = [];
  const link = new Link(network.tools, {
    onState: (state) => heard.states.push(state),
    onTurn: (turn) => heard.seqs.push(turn.seq),
    onResumed: () => void ++heard.resumed,
    onRefused: (frame) => heard.refused.push(frame.body.code),
    onUnsent: (now) => (unsent = now),
  });
  return { ...network, link, heard, unsent: () => unsent };
}

// An interview whose first turn has come.
function begun() {
  const all = linked();
  all.link.begin(request);
  all.last().open();
  all.last().tell(first);
  return all;
}

const resumedAt = (last_seq: number) => {
  const frame = resumedFrame();
  return { ...frame, body: { ...frame.body, last_seq } };
};

// Loses the connection, lets the pause pass, and comes back knowing `last_seq` turns.
function comeBack(all: ReturnType<typeof begun>, last_seq: number) {
  all.last().fail(1006);
  all.advance(longestPauseMs);
  all.last().open();
  all.last().tell(resumedAt(last_seq));
}

test('Beginning sends the request and opens with the first turn', () => {
  const { last, heard } = begun();

  assert.deepEqual(last().sent[0]?.body, { ...request });
  assert.deepEqual(heard.seqs, [1]);
  assert.deepEqual(heard.states, ['connecting', 'open']);
});

test('A start whose reply was lost is sent again under the same id and goes on with its session', () => {
  const all = linked();
  all.link.begin(request);
  all.last().open();

  all.last().fail(1006);
  all.advance(longestPauseMs);
  all.last().open();
  all.last().tell(resumedAt(2));
  all.last().tell(first);
  all.last().tell(second);
  all.link.say(answer);

  assert.deepEqual(
    all.last().sent.map(({ type, session: named }) => [type, named]),
    [
      ['start', undefined],
      ['answer', session],
    ],
  );
  assert.equal(all.last().sent[0]?.body['id'], request.id);
  assert.equal(all.heard.resumed, 1);
  assert.deepEqual(all.heard.seqs, [1, 2]);
  assert.equal(all.heard.states.at(-1), 'open');
});

test('An answer is unsent until a turn with its id has come', () => {
  const { link, last, unsent } = begun();
  link.say(answer);

  assert.deepEqual(unsent(), [answer]);
  last().tell(second);

  assert.deepEqual(unsent(), []);
});

test('An answer lost with the connection is sent once more under the same id, after resuming', () => {
  const all = begun();
  all.link.say(answer);

  comeBack(all, 1);

  assert.deepEqual(
    all.last().sent.map(({ type }) => type),
    ['resume', 'answer'],
  );
  assert.equal(all.last().sent[1]?.body['id'], answer.id);
});

test('An answer that had arrived before the connection broke is not sent again', () => {
  const all = begun();
  all.link.say(answer);
  comeBack(all, 2);

  all.last().tell(second);

  assert.deepEqual(
    all.last().sent.map(({ type }) => type),
    ['resume'],
  );
  assert.deepEqual(all.unsent(), []);
});

test('What is said while the connection is away waits for it', () => {
  const all = begun();
  all.last().fail(1006);
  all.link.say(answer);

  all.advance(longestPauseMs);
  all.last().open();
  assert.deepEqual(
    all.last().sent.map(({ type }) => type),
    ['resume'],
  );
  all.last().tell(resumedAt(1));

  assert.equal(all.last().sent.at(-1)?.type, 'answer');
});

test('Answers kept from before a reload are sent after the whole session was told', () => {
  const all = linked();
  all.link.resume(session, [{ ...answer, id: 'kept' }]);
  all.last().open();
  all.last().tell(resumedAt(2));
  all.last().tell(first);
  assert.equal(all.last().sent.length, 1);

  all.last().tell(second);

  assert.equal(all.last().sent.at(-1)?.body['id'], 'kept');
});

test('A turn that was heard already is not told again', () => {
  const all = begun();
  all.last().tell(second);

  all.last().tell(second);

  assert.deepEqual(all.heard.seqs, [1, 2]);
});

test('After a gap the link asks for what it missed', () => {
  const all = begun();

  all.last().tell(turnFrame('command'));

  assert.deepEqual(all.heard.seqs, [1]);
  assert.deepEqual(all.last().sent.at(-1), {
    v: 1,
    type: 'resume',
    session,
    body: { after: 1 },
  });
});

test('Pauses grow, are jittered by half, and have an end', () => {
  assert.equal(pauseMs(0, 0), 250);
  assert.equal(pauseMs(0, 1), 500);
  assert.equal(pauseMs(3, 1), 4000);
  assert.equal(pauseMs(99, 1), longestPauseMs);
});

test('Each failed attempt waits longer than the one before', () => {
  const all = begun();
  const pauses: number[] = [];
  for (let attempt = 0; attempt < 4; attempt++) {
    all.last().fail(1006);
    pauses.push(Math.min(...all.waits()));
    all.advance(pauses.at(-1)!);
  }

  assert.deepEqual(pauses, [500, 1000, 2000, 4000]);
});

test('After too many messages the link waits at least five seconds', () => {
  const all = begun();

  all.last().fail(1008);

  assert.ok(Math.min(...all.waits()) >= ratePauseMs);
});

test('When another window takes over, the link does not come back by itself', () => {
  const all = begun();

  all.last().fail(4000);
  all.advance(10 * longestPauseMs);

  assert.equal(all.heard.states.at(-1), 'replaced');
  assert.equal(all.peers.length, 1);
});

test('A request without any answer means that the connection is dead', () => {
  const all = begun();
  all.link.say(answer);

  all.advance(answerWaitMs);

  assert.equal(all.heard.states.at(-1), 'lost');
  assert.ok(all.peers[0]?.closed);
});

test('Waking tries at once, and only when nothing is open', () => {
  const all = begun();
  all.link.wake();
  assert.equal(all.peers.length, 1);

  all.last().fail(1006);
  all.link.wake();

  assert.equal(all.peers.length, 2);
});

test('A refused answer is told and not sent again', () => {
  const all = begun();
  all.link.say({ ...answer, id: 'c-0002' });

  all.last().tell(refusedFrame());
  comeBack(all, 1);

  assert.deepEqual(all.heard.refused, ['no_hint_left']);
  assert.deepEqual(
    all.last().sent.map(({ type }) => type),
    ['resume'],
  );
});

test('A busy server is asked again after a pause, with nothing told to the candidate', () => {
  const all = begun();
  all.link.say(answer);
  const busy = refusedFrame();

  all.last().tell({ ...busy, body: { code: 'try_again', message: 'busy', id: answer.id } });
  all.advance(longestPauseMs);
  all.last().tell(resumedAt(1));

  assert.deepEqual(all.heard.refused, []);
  assert.deepEqual(
    all.last().sent.map(({ type }) => type),
    ['start', 'answer', 'resume', 'answer'],
  );
});

test('An unknown scenario ends the attempt', () => {
  const all = linked();
  all.link.begin(request);
  all.last().open();

  all
    .last()
    .tell({ type: 'refused', body: { code: 'unknown_scenario', message: 'no', id: 'start-1' } });

  assert.equal(all.heard.states.at(-1), 'idle');
  assert.deepEqual(all.heard.refused, ['unknown_scenario']);
});

test('After leaving nothing is heard and nothing is tried', () => {
  const all = begun();
  const peer = all.last();

  all.link.leave();
  peer.tell(second);
  all.advance(10 * longestPauseMs);

  assert.deepEqual(all.heard.seqs, [1]);
  assert.equal(all.peers.length, 1);
  assert.ok(peer.closed);
});

test('A whole session is told once each, in order, over any number of breaks', () => {
  const all = begun();
  for (const turn of exampleTurns().slice(1)) {
    comeBack(all, turn.seq);
    all.last().tell(turn);
  }

  assert.deepEqual(all.heard.seqs, [1, 2, 3, 4, 5, 6]);
});
