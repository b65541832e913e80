// The address bar <-> what is shown. Pure.

export type View =
  | { name: 'library' }
  | { name: 'brief'; scenario: string }
  | { name: 'practice'; session: string }
  | { name: 'report'; session: string }
  | { name: 'history' }
  | { name: 'replay'; session: string }
  | { name: 'missing' };

const sessionId = /^[0-9a-f-]{36}$/;
const scenarioId = /^[a-z][a-z0-9_-]{0,40}$/;

const hasSession = (name: string): name is 'practice' | 'report' | 'replay' =>
  name === 'practice' || name === 'report' || name === 'replay';

// `hash` is location.hash, with or without its '#'.
export function viewOf(hash: string): View {
  const [name = '', id, ...rest] = hash.replace(/^#?\/?/, '').split('/');
  if (rest.length > 0) return { name: 'missing' };
  if (id === undefined) {
    if (name === '') return { name: 'library' };
    return name === 'history' ? { name } : { name: 'missing' };
  }
  if (name === 'brief' && scenarioId.test(id)) return { name, scenario: id };
  if (hasSession(name) && sessionId.test(id)) return { name, session: id };
  return { name: 'missing' };
}

export function hashOf(view: View): string {
  switch (view.name) {
    case 'library':
    case 'missing':
      return '#/';
    case 'history':
      return '#/history';
    case 'brief':
      return `#/brief/${view.scenario}`;
    default:
      return `#/${view.name}/${view.session}`;
  }
}
