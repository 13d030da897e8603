import type { Identity } from '../identity.js';
import type { QueuedEvent } from '../event.js';
import type { Store } from './store.js';
import type { Tabs } from './tabs.js';

/** How long events wait for their user to come back, in milliseconds: 7 days. */
const MAX_AGE_MILLIS = 7 * 86_400_000;

/**
 * Takes over what closed tabs have left: events of the same user, or of nobody. Another user's wait
 * for theirs, so that nobody answers for what somebody else did.
 *
 * @param me - this tab's name
 * @returns the events taken over
 */
export async function inherit(me: string, store: Store, tabs: Tabs, identity: Identity): Promise<QueuedEvent[]> {
  const rows = (await store.all()).filter(row => row.tab !== me);
  const oldest = Date.now() - MAX_AGE_MILLIS;
  const over = rows.filter(row => row.event.timestamp < oldest);
  if (over.length > 0) {
    await store.remove(over);
  }
  const taken: QueuedEvent[] = [];
  for (const tab of new Set(rows.map(row => row.tab))) {
    await tabs.ifGone(tab, async () => {
      const isMine = ({ who }: QueuedEvent) => !who || who === identity.mark;
      taken.push(...(await store.take(tab, me, isMine)));
    });
  }
  return taken;
}
