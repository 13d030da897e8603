import type { ReactElement } from 'react';

/** Houses counted: bars below a roof. */
export function HousecountIcon(): ReactElement {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="currentColor" aria-hidden focusable="false">
      <path d="M12 2 2 10h20L12 2zM5 12h3v9H5v-9zm5.5 3h3v6h-3v-6zm5.5-2h3v8h-3v-8z" />
    </svg>
  );
}
