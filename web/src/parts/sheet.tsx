// Modal sheets on <dialog>: the browser keeps the focus inside. On closing it goes to `focusAfter`,
// or back to where it was.
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { words } from '../words.ts';

interface SheetProps {
  title: string;
  focusAfter?: RefObject<HTMLElement | null> | undefined;
  onClose: () => void;
  children: ComponentChildren;
}

export function Sheet({ title, focusAfter, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      const next = focusAfter?.current ?? opener;
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby={titleId}
      onCancel={onClose}
      onClose={onClose}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  body: string;
  yes: string;
  no: string;
  focusAfter?: RefObject<HTMLElement | null>;
  onYes: () => void;
  onNo: () => void;
}

export function Confirm({ title, body, yes, no, focusAfter, onYes, onNo }: ConfirmProps) {
  return (
    <Sheet title={title} focusAfter={focusAfter} onClose={onNo}>
      <p>{body}</p>
      <p class="actions actions-end">
        <button type="button" class="button" onClick={onNo}>
          {no}
        </button>
        <button type="button" class="button button-bad" onClick={onYes}>
          {yes}
        </button>
      </p>
    </Sheet>
  );
}

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={words.shortcuts.title} onClose={onClose}>
      {words.shortcuts.groups.map(({ name, keys }) => (
        <section key={name}>
          <h3>{name}</h3>
          <dl class="keys">
            {keys.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p class="actions actions-end">
        <button type="button" class="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </Sheet>
  );
}
