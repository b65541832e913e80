// The only file with effects on import: joins the socket, the state, the address bar and the clock.
import { render } from 'preact';
import './style/style.css';
import { App } from './app.tsx';
import { Conversation } from './conversation.ts';
import { Drafts, type Store } from './draft.ts';
import { getLibrary } from './rest.ts';
import { hashOf, viewOf, type View } from './route.ts';
import type { SocketLike } from './socket.ts';

const timerKey = 'curveball.timer';
const nowMs = () => performance.now();

// Null where the browser forbids it.
function localStore(): Store | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function openSocket(): SocketLike {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${scheme}//${location.host}/api/v1/practice`);
  const like: SocketLike = {
    send: (data) => socket.send(data),
    close: () => socket.close(),
    onopen: null,
    onmessage: null,
    onclose: null,
  };
  socket.onopen = () => like.onopen?.();
  socket.onmessage = (event: MessageEvent<unknown>) => like.onmessage?.({ data: event.data });
  socket.onclose = (event) => like.onclose?.({ code: event.code });
  return like;
}

// randomUUID would need a secure context, and a server in a home network may have none.
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const store = localStore();
const drafts = new Drafts(store, () => Date.now());
const root = document.getElementById('app');
let view: View = viewOf(location.hash);
let takeFocus = false;
let timerShown = store?.getItem(timerKey) !== 'hidden';

const conversation = new Conversation(
  {
    open: openSocket,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    drafts,
    nowMs,
    newId,
  },
  () => {
    const { session } = conversation.practice;
    if (view.name === 'brief' && session) go({ name: 'practice', session });
    else draw();
  },
);

function toggleTimer(): void {
  timerShown = !timerShown;
  store?.setItem(timerKey, timerShown ? 'shown' : 'hidden');
  draw();
}

function draw(): void {
  if (!root) return;
  const app = (
    <App
      view={view}
      takeFocus={takeFocus}
      practice={conversation.practice}
      conversation={conversation}
      timer={{ shown: timerShown, toggle: toggleTimer }}
      nowMs={nowMs}
      onForget={(session) => drafts.forget(session)}
    />
  );
  render(app, root);
}

// The brief is replaced: going back from an interview leads to the library.
function go(next: View): void {
  location.replace(hashOf(next));
}

function onRoute(): void {
  view = viewOf(location.hash);
  takeFocus = true;
  scrollTo(0, 0);
  attach();
  draw();
}

// Attached to the session on screen, to none on other screens: there the interview's clock stands.
function attach(): void {
  const { session, link } = conversation.practice;
  if (view.name === 'practice' && view.session !== session) conversation.enter(view.session);
  if (view.name !== 'practice' && (link !== 'idle' || session)) conversation.leave();
}

addEventListener('hashchange', onRoute);
addEventListener('online', () => conversation.networkBack());
addEventListener('offline', () => conversation.networkLost());
addEventListener('pagehide', () => conversation.saveDraft());

drafts.tidy();
// The first REST answer brings the candidate's cookie, without which no socket opens.
await getLibrary().catch(() => null);
attach();
draw();
