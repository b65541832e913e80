// The REST API of docs/PROTOCOL.md section 3.
import {
  readCardDetail,
  readDeleted,
  readLibrary,
  readReport,
  readSessionPage,
  readTranscript,
  type Row,
} from './records.ts';
import { object, readText, text, type Reader } from './shape.ts';

const base = '/api/v1';

// Why a request gave nothing: `offline` without an answer, `missing` on 404, else `refused`.
export class RestFault extends Error {
  constructor(
    readonly reason: 'offline' | 'missing' | 'refused',
    detail: string,
  ) {
    super(detail);
  }
}

export interface HistoryFilter {
  scenario: string;
  status: '' | Row['status'];
}

const problem = object({ title: text, detail: text });

async function ask<T>(method: 'GET' | 'DELETE', path: string, reader: Reader<T>): Promise<T> {
  const answer = await fetch(base + path, { method }).catch(() => null);
  const body = await answer?.text().catch(() => null);
  if (!answer || body === null || body === undefined) throw new RestFault('offline', '');
  if (!answer.ok) {
    const reason = answer.status === 404 ? 'missing' : 'refused';
    throw new RestFault(reason, readText(body, problem)?.detail ?? '');
  }
  const read = readText(body, reader);
  if (read === undefined) throw new RestFault('refused', '');
  return read;
}

const session = (id: string) => `/sessions/${id}`;

export const getLibrary = () => ask('GET', '/library', readLibrary);
export const getCard = (id: string) => ask('GET', `/library/${id}`, readCardDetail);
export const getTranscript = (id: string) => ask('GET', session(id), readTranscript);
export const getReport = (id: string) => ask('GET', `${session(id)}/report`, readReport);
export const deleteSession = (id: string) => ask('DELETE', session(id), readDeleted);
export const deleteAll = () => ask('DELETE', '/sessions', readDeleted);
export const exportLink = (id: string, format: 'md' | 'jsonl') =>
  `${base}${session(id)}/export?format=${format}`;

export function getHistory(filter: HistoryFilter, cursor: string | null) {
  const query = new URLSearchParams();
  if (filter.scenario !== '') query.set('scenario', filter.scenario);
  if (filter.status !== '') query.set('status', filter.status);
  if (cursor !== null) query.set('cursor', cursor);
  const suffix = query.size > 0 ? `?${query}` : '';
  return ask('GET', `/sessions${suffix}`, readSessionPage);
}
