import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Conversation, draftPauseMs, faultOf } from './conversation.ts';
import { Drafts } from './draft.ts';
import { fakeNetwork } from './fake_network.ts';
import { exampleTurns, resumedFrame, turnFrame } from './frames.ts';
import { memoryStore } from './memory_store.ts';
import { answerBytes } from './protocol.ts';

const session = turnFrame('start').session;
const scenario = {
  id: 'tpm-dependency-slip',
  title: 'The dependency that slipped',
  interviewer: null,
};

function seated() {
  const network = fakeNetwork();
  const drafts = new Drafts(memoryStore(), () => 0);
  let ids = 0;
  const tools = { ...network.tools, drafts, nowMs: network.nowMs, newId: () => `id-${++ids}` };
  const conversation = new Conversation(tools, () => {});
  return { ...network, drafts, conversation };
}

// The first question waits: number 1, soft limit 225 s, hard limit 450 s.
function asked() {
  const all = seated();
  all.conversation.begin(scenario, { time_scale_pm: 1500 });
  all.last().open();
  all.last().tell(turnFrame('start'));
  return all;
}

// The turn that answers what was sent last.
function reply(all: ReturnType<typeof asked>, name: string) {
  const frame = turnFrame(name);
  const id = String(all.last().sent.at(-1)?.body['id']);
  const text = String(all.last().sent.at(-1)?.body['text']);
  all.last().tell({ ...frame, body: { ...frame.body, input: { kind: 'answer', id, text } } });
}

test('A draft is kept a moment after typing, under its question', () => {
  const { conversation, drafts, advance } = asked();

  conversation.type('I would first');
  assert.equal(drafts.read(session, 1), '');
  advance(draftPauseMs);

  assert.equal(drafts.read(session, 1), 'I would first');
});

test('A reload brings back the place and the draft', () => {
  const all = seated();
  all.drafts.write(session, 2, 'half');
  const resumed = resumedFrame();

  all.conversation.enter(session);
  all.last().open();
  all.last().tell({ ...resumed, body: { ...resumed.body, last_seq: 2 } });
  all.last().tell(turnFrame('start'));
  all.last().tell(turnFrame('answer'));

  assert.equal(all.conversation.practice.draft, 'half');
  assert.equal(all.conversation.practice.turns.length, 2);
});

test('A sent answer leaves the box, is kept as unsent, and goes when it is confirmed', () => {
  const all = asked();
  all.conversation.type('the long pole');
  all.advance(draftPauseMs);

  assert.ok(all.conversation.sendDraft());
  assert.equal(all.conversation.practice.draft, '');
  assert.equal(all.drafts.read(session, 1), '');
  assert.equal(all.drafts.unsent(session).length, 1);
  reply(all, 'answer');

  assert.deepEqual(all.drafts.unsent(session), []);
});

test('Nothing empty, too long or out of turn is sent', () => {
  const all = asked();
  const frames = all.last().sent.length;

  for (const draft of ['', ' \n\t ', 'x'.repeat(answerBytes + 1)]) {
    all.conversation.type(draft);
    assert.ok(!all.conversation.sendDraft());
  }
  assert.equal(all.last().sent.length, frames);

  all.conversation.type('x'.repeat(answerBytes));
  assert.ok(all.conversation.sendDraft());
  all.conversation.type('a second one before the first was confirmed');
  assert.ok(!all.conversation.sendDraft());
});

test('The limit counts bytes, not characters', () => {
  assert.equal(faultOf('é'.repeat(answerBytes / 2)), null);
  assert.equal(faultOf('é'.repeat(answerBytes / 2) + 'x'), 'too_long');
});

test('At the hard limit the draft is sent by itself', () => {
  const all = asked();
  all.conversation.type('almost done');

  all.advance(449_999);
  assert.equal(all.last().sent.length, 1);
  all.advance(1);

  assert.equal(all.last().sent.at(-1)?.body['text'], 'almost done');
});

test('At the hard limit an empty box sends nothing', () => {
  const all = asked();

  all.advance(450_000);

  assert.equal(all.last().sent.length, 1);
});

test('While the connection is away the hard limit does not come nearer', () => {
  const all = asked();
  all.conversation.type('safe');
  all.advance(400_000);
  all.last().fail(1006);

  all.advance(100_000);

  assert.equal(all.conversation.practice.draft, 'safe');
});

test('What was typed but not sent goes along to the next question', () => {
  const all = asked();
  all.conversation.type('sent');
  all.conversation.sendDraft();
  all.conversation.type('typed meanwhile');

  reply(all, 'answer');

  assert.equal(all.conversation.practice.draft, 'typed meanwhile');
  assert.equal(all.drafts.read(session, 2), 'typed meanwhile');
});

test('A draft goes with the question that is skipped, and a hint leaves it alone', () => {
  const all = asked();
  all.conversation.type('half a thought');

  assert.ok(all.conversation.command('hint'));
  assert.equal(all.conversation.practice.draft, 'half a thought');
  assert.equal(all.drafts.read(session, 1), 'half a thought');
  reply(all, 'answer');
  assert.ok(all.conversation.command('skip'));

  assert.equal(all.conversation.practice.draft, '');
  assert.equal(all.drafts.read(session, 1), '');
});

test('Commands wait for the answer that is on its way', () => {
  const all = asked();
  all.conversation.type('the long pole');
  all.conversation.sendDraft();

  assert.ok(!all.conversation.command('hint'));

  assert.deepEqual(
    all.last().sent.map(({ type }) => type),
    ['start', 'answer'],
  );
});

test('When the interview is over the connection is let go and nothing is kept', () => {
  const all = asked();
  const peer = all.last();

  for (const turn of exampleTurns().slice(1)) peer.tell(turn);

  assert.ok(peer.closed);
  assert.equal(all.conversation.practice.turns.length, 6);
  assert.equal(all.conversation.practice.link, 'idle');
});

test('Leaving writes the draft at once', () => {
  const all = asked();
  all.conversation.type('not yet saved');

  all.conversation.leave();

  assert.equal(all.drafts.read(session, 1), 'not yet saved');
});

test('A network that comes back does not take the session from the other window', () => {
  const all = asked();
  all.last().fail(4000);

  all.conversation.networkBack();

  assert.equal(all.peers.length, 1);
});

test('Continuing here takes the session back from the other window', () => {
  const all = asked();
  all.last().fail(4000);

  all.conversation.reconnect();
  all.last().open();

  assert.equal(all.last().sent[0]?.type, 'resume');
});
