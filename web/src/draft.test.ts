import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts, keptDays, keptEntries, type Store } from './draft.ts';
import { memoryStore } from './memory_store.ts';

const session = '01989e2a-7c41-7c3e-9d0b-5b0c6f1f2a10';
const dayMs = 86_400_000;

test('A draft comes back for its own question only', () => {
  const drafts = new Drafts(memoryStore(), () => 0);

  drafts.write(session, 3, 'half a thought');

  assert.equal(drafts.read(session, 3), 'half a thought');
  assert.equal(drafts.read(session, 4), '');
});

test('An empty draft leaves nothing behind', () => {
  const store = memoryStore();
  const drafts = new Drafts(store, () => 0);
  drafts.write(session, 1, 'x');

  drafts.write(session, 1, '');

  assert.equal(store.length, 0);
});

test('Unsent answers come back in order, with their ids', () => {
  const drafts = new Drafts(memoryStore(), () => 0);
  const said = [
    { kind: 'answer', id: 'a', text: 'Zoë 🚀' },
    { kind: 'command', id: 'b', name: 'skip' },
  ] as const;

  drafts.keepUnsent(session, said);

  assert.deepEqual(drafts.unsent(session), said);
});

test('A damaged entry reads as nothing', () => {
  const store = memoryStore();
  const drafts = new Drafts(store, () => 0);
  store.setItem(`curveball.draft.${session}.1`, '{"text":5}');

  assert.equal(drafts.read(session, 1), '');
});

test('Tidying forgets what is older than a week and what is beyond fifty', () => {
  const store = memoryStore();
  let now = 0;
  const drafts = new Drafts(store, () => now);
  drafts.write(session, 999, 'old');
  now = keptDays * dayMs + 1;
  for (let number = 0; number <= keptEntries; number++) drafts.write(session, number, 'new');

  drafts.tidy();

  assert.equal(drafts.read(session, 999), '');
  assert.equal(store.length, keptEntries);
});

test('Forgetting one session keeps the others, and other keys', () => {
  const store = memoryStore();
  const drafts = new Drafts(store, () => 0);
  store.setItem('curveball.timer', 'hidden');
  drafts.write(session, 1, 'x');
  drafts.write('other', 1, 'y');

  drafts.forget(session);

  assert.equal(drafts.read(session, 1), '');
  assert.equal(drafts.read('other', 1), 'y');
  assert.equal(store.getItem('curveball.timer'), 'hidden');
});

test('A storage that refuses stops nothing', () => {
  const refusing: Store = {
    ...memoryStore(),
    getItem: () => assert.fail('refused'),
    setItem: () => assert.fail('full'),
  };
  const drafts = new Drafts(refusing, () => 0);

  drafts.write(session, 1, 'x');

  assert.equal(drafts.read(session, 1), '');
  assert.equal(new Drafts(null, () => 0).read(session, 1), '');
});
