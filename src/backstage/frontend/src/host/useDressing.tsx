import { InfoCard, LinkButton } from '@backstage/core-components';
import { useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { Dressing, Look } from './look.ts';
import { dressingOf } from './look.ts';

/**
 * Things of Backstage's own whose colours are those of the theme. Asked of the browser and not of a theme: there are
 * two kinds of them (Material UI's, of which an app may have several copies, and Backstage UI's), and all look like something.
 */
function Sample({ sample }: { readonly sample: RefObject<HTMLDivElement> }): ReactElement {
  return (
    <div ref={sample} aria-hidden style={{ position: 'absolute', visibility: 'hidden', height: 0, overflow: 'hidden' }}>
      <InfoCard noPadding />
      <LinkButton to="." color="primary" variant="contained" tabIndex={-1} style={{ transition: 'none' }}>
        &nbsp;
      </LinkButton>
    </div>
  );
}

/** How to dress cards, and a sample that has to stand beside them. Follows the theme when it changes. */
export function useDressing(): readonly [Dressing | null, ReactElement] {
  const sample = useRef<HTMLDivElement>(null);
  const [dressing, setDressing] = useState<Dressing | null>(null);
  useLayoutEffect(() => {
    let known = '';
    let frame = 0;
    const read = (): void => {
      const look = sample.current && lookOf(sample.current);
      if (look && known !== JSON.stringify(look)) {
        known = JSON.stringify(look);
        setDressing(dressingOf(look));
      }
    };
    // Themes put other sheets into the head, or other attributes on the body.
    const changes = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(read);
    });
    changes.observe(document.head, { childList: true });
    [document.body, document.documentElement].forEach(element => changes.observe(element, { attributes: true }));
    read();
    return () => {
      cancelAnimationFrame(frame);
      changes.disconnect();
    };
  }, []);
  return [dressing, <Sample sample={sample} />];
}

function lookOf(sample: HTMLElement): Look {
  const card = sample.firstElementChild;
  const button = sample.querySelector('a, button');
  return {
    ground: groundOf(sample),
    surface: card ? getComputedStyle(card).backgroundColor : '',
    text: card ? getComputedStyle(card).color : '',
    primary: button ? getComputedStyle(button).backgroundColor : '',
  };
}

/** What is painted behind an element. */
function groundOf(element: Element | null): string {
  for (let each = element; each !== null; each = each.parentElement) {
    const { backgroundColor } = getComputedStyle(each);
    if (!/^(transparent|rgba\(.*,\s*0\))$/.test(backgroundColor)) {
      return backgroundColor;
    }
  }
  return '';
}
