import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf, viewOf, type View } from './route.ts';

const session = '01989e2a-7c41-7c3e-9d0b-5b0c6f1f2a10';

test('Every view comes back from its own address', () => {
  const views: View[] = [
    { name: 'library' },
    { name: 'history' },
    { name: 'brief', scenario: 'tpm-dependency-slip' },
    { name: 'practice', session },
    { name: 'report', session },
    { name: 'replay', session },
  ];

  for (const view of views) assert.deepEqual(viewOf(hashOf(view)), view);
});

test('No address at all is the library', () => {
  for (const hash of ['', '#', '#/']) assert.deepEqual(viewOf(hash), { name: 'library' });
});

test('An address that leads nowhere is missing', () => {
  const wrong = ['#/nothing', '#/report', '#/report/../x', '#/brief/A', `#/history/${session}`];

  for (const hash of wrong) assert.deepEqual(viewOf(hash), { name: 'missing' }, hash);
});

test('A session id that could change a request path is not taken', () => {
  assert.deepEqual(viewOf(`#/report/${session.slice(0, 35)}?`), { name: 'missing' });
});
