import type { ReactElement } from 'react';
import { useMayRead } from '../permission.ts';

/** A component that is there only for people who may read figures, as the new system's extensions are. */
export function gated(Component: () => ReactElement): () => ReactElement | null {
  return function Gated() {
    return useMayRead() === true ? <Component /> : null;
  };
}
