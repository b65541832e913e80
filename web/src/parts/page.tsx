// The frame of a view: its heading takes the focus when the view changes, and nothing else does.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words.ts';

interface Props {
  title: string;
  lead?: string;
  eyebrow?: string;
  wide?: boolean;
  takeFocus: boolean;
  children: ComponentChildren;
}

// For an address at which there is nothing.
export function MissingPage({ takeFocus }: { takeFocus: boolean }) {
  return (
    <Page title={words.missingTitle} takeFocus={takeFocus}>
      <p>{words.missing}</p>
      <p>
        <a href="#/">{words.toLibrary}</a>
      </p>
    </Page>
  );
}

export function Page({ title, lead, eyebrow, wide, takeFocus, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, []);
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title]);
  return (
    <div class={wide ? 'page page-wide' : 'page'}>
      <header class="page-head">
        {eyebrow && <p class="eyebrow">{eyebrow}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p class="lead">{lead}</p>}
      </header>
      {children}
    </div>
  );
}
