import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useMemo, type ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { hrefOf, parseView, withFilter } from '../../../../dashboard/view/view-state.ts';
import { FiguresView } from '../host/FiguresView.tsx';
import { useLinks } from '../host/links.ts';
import { COLLEAGUES, LAST_30_DAYS, TEAM, usagePage } from './asks.ts';

/** Where documentation of an entity is. */
const DOCUMENTED = ['backstage.io/techdocs-ref', 'backstage.io/techdocs-entity'];

function isDocumented({ metadata }: Entity): boolean {
  return DOCUMENTED.some(name => metadata.annotations?.[name] !== undefined);
}

function stay(): void {
  // These cards are about one range, and have nothing to choose.
}

/** How the entity of the page is used. */
export function UsageCard(): ReactElement {
  const { entity } = useEntity();
  const page = useMemo(() => usagePage(stringifyEntityRef(entity), isDocumented(entity)), [entity]);
  return <FiguresView page={page} view={LAST_30_DAYS} go={stay} part />;
}

/** How the team of the page uses the portal. */
export function TeamContent(): ReactElement {
  const { entity } = useEntity();
  const team = stringifyEntityRef(entity);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const links = useLinks();
  const view = useMemo(() => withFilter(parseView(pathname, search), 'team', [team]), [pathname, search, team]);
  return (
    <FiguresView
      page={TEAM}
      view={view}
      go={next => {
        const [chosen] = next.filters.team;
        if (chosen === team || chosen === undefined) {
          // The team is the page's, and need not stand in its address.
          navigate(hrefOf(withFilter(next, 'team', [])));
        } else {
          navigate(links(chosen) ?? pathname);
        }
      }}
      filters={false}
    />
  );
}

/** What colleagues open. */
export function ColleaguesCard(): ReactElement {
  return <FiguresView page={COLLEAGUES} view={LAST_30_DAYS} go={stay} part />;
}
