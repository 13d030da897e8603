import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { useHref } from 'react-router-dom';
import type { Links } from '../../../../dashboard/cards/card-data.ts';

/** Where the portal shows an entity; nowhere for what is no ref, such as the pseudonym of a person. */
export function useLinks(): Links {
  const entity = useRouteRef(entityRouteRef);
  const root = useHref('/').replace(/\/$/, '');
  return useCallback(
    ref => {
      const parts = partsOf(ref);
      return parts === null ? null : `${root}${entity(parts)}`;
    },
    [entity, root],
  );
}

/** In lower case, as Backstage's own links are. */
function partsOf(ref: string): { kind: string; namespace: string; name: string } | null {
  try {
    const { kind, namespace, name } = parseEntityRef(ref);
    // A person is a pseudonym, of whom there is no page.
    return name.startsWith('~')
      ? null
      : { kind: kind.toLocaleLowerCase('en'), namespace: namespace.toLocaleLowerCase('en'), name };
  } catch {
    return null;
  }
}

/** Follows a link without loading the portal again, as Backstage's own links do; returns what ends that. */
export function followLinks(root: ShadowRoot, base: string, navigate: (path: string) => void): () => void {
  const follow = (event: Event): void => {
    const link = event.composedPath().find(each => each instanceof HTMLAnchorElement);
    const { button, metaKey, ctrlKey, shiftKey, altKey } = event as MouseEvent;
    const plain = button === 0 && !(metaKey || ctrlKey || shiftKey || altKey);
    if (link instanceof HTMLAnchorElement && plain && link.origin === location.origin && link.download === '') {
      event.preventDefault();
      navigate(link.pathname.slice(base.length) + link.search);
    }
  };
  root.addEventListener('click', follow);
  return () => root.removeEventListener('click', follow);
}
