import { Content } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useMemo, type ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { Page } from '../../../../dashboard/pages/page.ts';
import { hrefOf, parseView } from '../../../../dashboard/view/view-state.ts';
import { figuresApiRef } from '../figures.ts';
import { FiguresView } from '../host/FiguresView.tsx';

/** A page whose view is in the address, and goes along from tab to tab. */
export function FiguresPage({ page }: { readonly page: Page }): ReactElement {
  const figures = useApi(figuresApiRef);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const forgotten = search === '' && figures.chosen !== '';
  useEffect(() => {
    if (forgotten) {
      // Tabs are links without what was chosen.
      navigate(`${pathname}${figures.chosen}`, { replace: true });
    } else {
      figures.chosen = search;
    }
  }, [figures, forgotten, navigate, pathname, search]);
  const view = useMemo(() => parseView(pathname, search), [pathname, search]);
  return (
    <Content>
      {forgotten || (
        <FiguresView
          page={page}
          view={view}
          go={next => {
            const href = hrefOf(next);
            // What is as by default has an empty search: that is a choice, too.
            figures.chosen = href.slice(pathname.length);
            if (href !== pathname + search) {
              navigate(href);
            }
          }}
        />
      )}
    </Content>
  );
}
