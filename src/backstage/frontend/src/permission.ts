import { usePermission } from '@backstage/plugin-permission-react';
import { housecountInsightsReadPermission } from 'backstage-plugin-housecount-common';

/** Whether the person may read figures at all; undefined as long as that is not known. Whose, the backend says. */
export function useMayRead(): boolean | undefined {
  const { loading, allowed } = usePermission({ permission: housecountInsightsReadPermission });
  return loading ? undefined : allowed;
}
