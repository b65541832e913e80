// A network and timers that a test moves by hand, for tests only.
import type { LinkTools, SocketLike } from './socket.ts';

export interface Peer extends SocketLike {
  sent: { type: string; session?: string; body: Record<string, unknown> }[];
  open(): void;
  tell(frame: object): void;
  fail(code: number): void;
  closed: boolean;
}

function newPeer(): Peer {
  const peer: Peer = {
    sent: [],
    closed: false,
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (data) => void peer.sent.push(JSON.parse(data)),
    close: () => void (peer.closed = true),
    open: () => peer.onopen?.(),
    tell: (frame) => peer.onmessage?.({ data: JSON.stringify(frame) }),
    fail: (code) => peer.onclose?.({ code }),
  };
  return peer;
}

export function fakeNetwork() {
  const peers: Peer[] = [];
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const tools: LinkTools = {
    random: () => 1,
    open: () => {
      const peer = newPeer();
      peers.push(peer);
      return peer;
    },
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
  };
  const advance = (ms: number) => {
    now += ms;
    const due = timers.filter((timer) => timer.at <= now);
    timers = timers.filter((timer) => timer.at > now);
    for (const timer of due) timer.run();
  };
  return {
    tools,
    peers,
    last: () => peers.at(-1)!,
    advance,
    nowMs: () => now,
    waits: () => timers.map((timer) => timer.at - now),
  };
}
