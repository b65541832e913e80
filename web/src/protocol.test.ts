import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleTurns, frameText, refusedFrame, resumedFrame, turnFrame } from './frames.ts';
import { isSeed, parse, resumeFrame, saidFrame, startFrame } from './protocol.ts';
import {
  readCardDetail,
  readDeleted,
  readLibrary,
  readReport,
  readSessionPage,
  readTranscript,
} from './records.ts';
import { readText } from './shape.ts';

const sessionOf = (name: string): string => JSON.parse(frameText(name)).session;

test('Every example of a turn is understood, with its number', () => {
  assert.deepEqual(
    exampleTurns().map(({ seq }) => seq),
    [1, 2, 3, 4, 5, 6],
  );
});

test('A prompt keeps its time limits and its probe', () => {
  const { prompt } = turnFrame('answer').body;

  assert.equal(prompt?.probe, 'p_owner');
  assert.equal(prompt?.soft_ms, 225_000);
});

test('A turn without an ending reads as having none', () => {
  assert.equal(turnFrame('start').body.ending, null);
  assert.equal(turnFrame('over').body.ending, 'finished');
});

test('The example of a refusal names the request', () => {
  assert.equal(refusedFrame().body.id, 'c-0002');
});

test('The example of resuming tells the last number', () => {
  assert.equal(resumedFrame().body.last_seq, 5);
});

test('What is not JSON, of another type or of a wrong shape is not understood', () => {
  const wrong = frameText('server_turn_start').replace('"elapsed_ms": 0', '"elapsed_ms": "0"');

  assert.equal(parse('{'), undefined);
  assert.equal(parse('null'), undefined);
  assert.equal(parse('{"type":"toString"}'), undefined);
  assert.equal(parse(wrong), undefined);
});

test('A field that this client does not know is ignored', () => {
  const frame = JSON.parse(frameText('server_refused'));

  assert.equal(parse(JSON.stringify({ ...frame, future: [1] }))?.type, 'refused');
});

test('What the client sends equals the examples', () => {
  const start = JSON.parse(frameText('client_start')).body;
  const answer = JSON.parse(frameText('client_answer'));
  const command = JSON.parse(frameText('client_command'));
  const same = (sent: string, name: string) =>
    assert.deepEqual(JSON.parse(sent), JSON.parse(frameText(name)));

  same(startFrame(start), 'client_start');
  same(resumeFrame(sessionOf('client_resume'), 4), 'client_resume');
  same(saidFrame(answer.session, { kind: 'answer', ...answer.body }), 'client_answer');
  same(saidFrame(command.session, { kind: 'command', ...command.body }), 'client_command');
});

test('Every example of a REST body is understood', () => {
  assert.equal(readText(frameText('rest_library'), readLibrary)?.scenarios.length, 2);
  assert.equal(
    readText(frameText('rest_library_entry'), readCardDetail)?.criteria[0]?.anchors.length,
    4,
  );
  assert.equal(readText(frameText('rest_sessions'), readSessionPage)?.sessions[1]?.verdict, null);
  assert.equal(readText(frameText('rest_session'), readTranscript)?.events.length, 6);
  assert.equal(readText(frameText('rest_deleted'), readDeleted)?.deleted, 1);
});

test('The example report is understood down to its spans', () => {
  const report = readText(frameText('rest_report'), readReport);

  assert.deepEqual(report?.criteria[0]?.quotes[0]?.spans[0], { begin: 18, end: 27, kind: 'exact' });
  assert.equal(report?.flags[0]?.quotes[0]?.credit_pm, 0);
});

test('A span may say what its word was read as', () => {
  const report = JSON.parse(frameText('rest_report'));
  report.criteria[0].quotes[0].spans[0] = [3, 9, 'typo', 'energy'];

  const read = readText(JSON.stringify(report), readReport);

  assert.equal(read?.criteria[0]?.quotes[0]?.spans[0]?.readAs, 'energy');
});

test('A report whose span lacks its end is not understood', () => {
  const report = JSON.parse(frameText('rest_report'));
  report.criteria[0].quotes[0].spans[0] = [3];

  assert.equal(readText(JSON.stringify(report), readReport), undefined);
});

test('A seed may have twenty digits, but must stay below 2^64', () => {
  assert.ok(isSeed('0'));
  assert.ok(isSeed('18446744073709551615'));
  assert.ok(!isSeed('18446744073709551616'));
  assert.ok(!isSeed('-1') && !isSeed('') && !isSeed('1.5'));
});
