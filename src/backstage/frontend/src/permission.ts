import { usePermission } from '@backstage/plugin-permission-react';

/** To see the page and the cards; whose figures somebody may read, the backend plugin says. */
const permission = { type: 'basic', name: 'housecount.insights.read', attributes: { action: 'read' } } as const;

/** Whether the person may read figures; undefined as long as that is not known. */
export function useMayRead(): boolean | undefined {
  const { loading, allowed } = usePermission({ permission });
  return loading ? undefined : allowed;
}
