// The mark: a ball at the end of its curve.
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="logo-path" d="M2.5 28C3 15 9 5 19 4" />
      <circle class="logo-ball" cx="21" cy="19" r="9" />
      <path class="logo-seam" d="M15.5 14q4 5 0 10M26.5 14q-4 5 0 10" />
    </svg>
  );
}
