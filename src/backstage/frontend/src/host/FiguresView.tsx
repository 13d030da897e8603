import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect, useRef, type ReactElement } from 'react';
import { useHref, useNavigate } from 'react-router-dom';
import type { Page } from '../../../../dashboard/pages/page.ts';
import { Pane } from '../../../../dashboard/shell/pane.ts';
import type { ViewState } from '../../../../dashboard/view/view-state.ts';
import { withFilter } from '../../../../dashboard/view/view-state.ts';
import { figuresApiRef } from '../figures.ts';
import { followLinks, useLinks } from './links.ts';
import { emptyPanel, refusedPanel } from './refused.ts';
import { dressStage, stageOf } from './stage.ts';
import { useDressing } from './useDressing.tsx';
import { useTexts } from './useTexts.ts';

/** What is shown. */
export interface FiguresViewProps {
  readonly page: Page;
  readonly view: ViewState;
  /** Follows what somebody chooses. */
  readonly go: (view: ViewState) => void;
  /** Whether teams and filters are chosen here. */
  readonly filters?: boolean;
  /** Whether it is a card among others, which is not there for whoever may not read it. */
  readonly part?: boolean;
}

/** A page of cards in the portal's own colours and language: the dashboard's pane, in a shadow root. */
export function FiguresView({ page, view, go, filters = true, part = false }: FiguresViewProps): ReactElement {
  const { client } = useApi(figuresApiRef);
  const identity = useApi(identityApiRef);
  const { texts, locale } = useTexts();
  const links = useLinks();
  const [dressing, sample] = useDressing();
  const navigate = useNavigate();
  const base = useHref('/').replace(/\/$/, '');
  const element = useRef<HTMLDivElement>(null);
  const pane = useRef<Pane | null>(null);
  // A pane lives longer than one rendering: it is told of the newest.
  const newest = useRef({ page, view, go, navigate });
  newest.current = { page, view, go, navigate };
  const ready = dressing !== null;

  useEffect(() => {
    const host = element.current;
    if (host === null || !ready) {
      return undefined;
    }
    const root = stageOf(host);
    const made: Pane = new Pane(
      newest.current.page,
      newest.current.view,
      { theme: 'light', locale },
      {
        client,
        texts,
        title: shown => texts.pages[shown.name],
        go: next => newest.current.go(next),
        chosen: () => host.scrollIntoView({ block: 'nearest' }),
        refused: () => {
          if (part) {
            made.replace(document.createElement('div'));
            host.style.display = 'none';
            return;
          }
          const choose = (team: string): void => newest.current.go(withFilter(newest.current.view, 'team', [team]));
          const chosen = newest.current.view.filters.team;
          void ownTeams(identity).then(teams => {
            const others = filters ? teams.filter(team => !chosen.includes(team)) : [];
            made.replace(refusedPanel(texts, others, choose));
          });
        },
        firstRun: async () => emptyPanel(texts),
        filters,
      },
    );
    pane.current = made;
    root.replaceChildren(made.element, made.status);
    const unfollow = followLinks(root, base, path => newest.current.navigate(path));
    return () => {
      made.stop();
      unfollow();
      root.replaceChildren();
    };
  }, [client, identity, texts, locale, base, filters, part, ready]);

  useEffect(() => {
    if (dressing !== null && element.current !== null) {
      dressStage(element.current, dressing);
      pane.current?.dress({ ...dressing, locale, links });
    }
  }, [dressing, locale, links, texts, client, identity, base, filters, part]);

  useEffect(() => {
    void pane.current?.show(page, view);
  }, [page, view, texts, locale, client, identity, base, filters, part, ready]);

  return (
    <>
      {sample}
      <div ref={element} className="hc-stage" />
    </>
  );
}

async function ownTeams(identity: typeof identityApiRef.T): Promise<readonly string[]> {
  const { ownershipEntityRefs } = await identity.getBackstageIdentity();
  return ownershipEntityRefs.filter(ref => ref.toLocaleLowerCase('en').startsWith('group:'));
}
