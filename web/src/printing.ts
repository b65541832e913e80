// On paper nothing can be unfolded: what is folded on the screen is printed open.

// From now on, until the function that comes back is called. Takes in the folds that are on the
// page when a print begins, and folds them again after it.
export function unfoldWhenPrinting(): () => void {
  let opened: HTMLDetailsElement[] = [];
  const unfold = () => {
    opened.push(...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])'));
    for (const fold of opened) fold.open = true;
  };
  const foldAgain = () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  };
  addEventListener('beforeprint', unfold);
  addEventListener('afterprint', foldAgain);
  return () => {
    removeEventListener('beforeprint', unfold);
    removeEventListener('afterprint', foldAgain);
  };
}
