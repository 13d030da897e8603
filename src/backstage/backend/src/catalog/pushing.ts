import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entities } from './entities';
import type { Inbox } from './inbox';
import { Push, type Memory } from './push';

/**
 * The scheduled task: pushes the catalog, each time as a generation of its own. The scheduler notes that it failed; why,
 * it does not print.
 */
export function pushing(entities: Entities, inbox: Inbox, memory: Memory, logger: LoggerService) {
  return async (signal: AbortSignal): Promise<void> => {
    const push = new Push(inbox, memory, text => logger.warn(text));
    try {
      const outcome = await push.run(entities.read(signal), signal);
      if (!outcome) {
        logger.warn('the catalog is empty: nothing is pushed, since that would remove everybody');
        return;
      }
      const { sent, entities: all, added, changed, removed } = outcome;
      logger.info(
        sent
          ? `the catalog is pushed: ${all} entities; ${added} added, ${changed} changed, ${removed} removed`
          : `the catalog is unchanged: ${all} entities`,
      );
    } catch (error) {
      logger.error(`the catalog is not pushed: ${(error as Error).message}`);
      throw error;
    }
  };
}
