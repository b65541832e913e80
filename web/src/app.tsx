// The shell around the views: skip link, header, shortcut sheet.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Conversation } from './conversation.ts';
import { hashOf, type View } from './route.ts';
import type { Practice } from './state.ts';
import { words } from './words.ts';
import { lazy } from './parts/lazy.tsx';
import { Logo } from './parts/logo.tsx';
import { MissingPage } from './parts/page.tsx';
import { ShortcutSheet } from './parts/sheet.tsx';
import { BriefView } from './views/brief.tsx';
import { HistoryView } from './views/history.tsx';
import { LibraryView } from './views/library.tsx';
import { PracticeView, type TimerChoice } from './views/practice.tsx';

const ReplayView = lazy(async () => (await import('./views/replay.tsx')).ReplayView);
const ReportView = lazy(async () => (await import('./views/report.tsx')).ReportView);

export interface AppProps {
  view: View;
  takeFocus: boolean; // False for the first view of a page load.
  practice: Practice;
  conversation: Conversation;
  timer: TimerChoice;
  nowMs: () => number;
  onForget: (session?: string) => void;
}

export function App(props: AppProps) {
  const [sheet, setSheet] = useState(false);
  const main = useRef<HTMLElement>(null);
  useQuestionMark(() => setSheet(true));
  useEffect(() => setSheet(false), [props.view]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {words.skip}
      </a>
      <Header view={props.view} onShortcuts={() => setSheet(true)} />
      <main ref={main} id="main" tabIndex={-1}>
        <CurrentView key={hashOf(props.view)} {...props} />
      </main>
      <footer class="foot">
        <p>{words.footer}</p>
      </footer>
      {sheet && <ShortcutSheet onClose={() => setSheet(false)} />}
    </>
  );
}

function CurrentView(props: AppProps) {
  const { view, practice, conversation, takeFocus, onForget } = props;
  switch (view.name) {
    case 'library':
      return <LibraryView takeFocus={takeFocus} />;
    case 'brief':
      return (
        <BriefView
          scenario={view.scenario}
          practice={practice}
          takeFocus={takeFocus}
          onBegin={(scenario, choices) => conversation.begin(scenario, choices)}
        />
      );
    case 'practice':
      return <PracticeView {...props} session={view.session} />;
    case 'report':
      return <ReportView session={view.session} takeFocus={takeFocus} onForget={onForget} />;
    case 'history':
      return <HistoryView takeFocus={takeFocus} onForget={onForget} />;
    case 'replay':
      return <ReplayView session={view.session} takeFocus={takeFocus} />;
    case 'missing':
      return <MissingPage takeFocus={takeFocus} />;
  }
}

function Header({ view, onShortcuts }: { view: View; onShortcuts: () => void }) {
  const link = (name: 'library' | 'history') => (
    <a href={hashOf({ name })} aria-current={view.name === name ? 'page' : undefined}>
      {words.nav[name]}
    </a>
  );
  return (
    <header class="top">
      <a class="brand" href="#/">
        <Logo />
        {words.product}
      </a>
      <nav aria-label={words.nav.label}>
        {link('library')}
        {link('history')}
        <button type="button" class="key" aria-label={words.nav.shortcuts} onClick={onShortcuts}>
          ?
        </button>
      </nav>
    </header>
  );
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, dialog') !== null;

function useQuestionMark(open: () => void) {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) open();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
