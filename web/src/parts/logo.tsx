// The mark: a ball at the end of its curve.
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="logo-path" d="M3 27C6 11 14 4 21 9" />
      <circle class="logo-ball" cx="22.5" cy="17.5" r="7.5" />
      <path class="logo-seam" d="M17.8 12.4q3.2 5 0 10.2M27.2 12.4q-3.2 5 0 10.2" />
    </svg>
  );
}
