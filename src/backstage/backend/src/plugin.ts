import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { housecountPermissions } from 'backstage-plugin-housecount-common';
import { Entities } from './catalog/entities';
import { Inbox } from './catalog/inbox';
import { PushMemory } from './catalog/memory';
import { pushing } from './catalog/pushing';
import { openDatabase } from './database';
import { Housecount } from './housecount';
import { Access } from './insights/access';
import { rules, teamOf, teamResourceRef } from './insights/permissions';
import { createRouter } from './router';
import { RunSender } from './runs/sender';
import { RunStore } from './runs/store';
import { readTaskEvent } from './runs/taskEvent';
import { readSettings } from './settings';

/** Events of runs wait so long for others, and for one of a portal's backends to send them. */
const RUNS_SCHEDULE = {
  frequency: { seconds: 15 },
  initialDelay: { seconds: 5 },
  timeout: { minutes: 5 },
  scope: 'global' as const,
};

/**
 * Housecount in a portal's backend: takes events of users' browsers, pushes the catalog, tells how
 * runs of templates ended, and shows reports to whoever may read them.
 *
 * @public
 */
export const housecountPlugin = createBackendPlugin({
  pluginId: 'housecount',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        auth: coreServices.auth,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        auditor: coreServices.auditor,
        database: coreServices.database,
        scheduler: coreServices.scheduler,
        catalog: catalogServiceRef,
        events: eventsServiceRef,
      },
      async init({ config, logger, permissionsRegistry, scheduler, ...services }) {
        const settings = readSettings(config);
        const housecount = new Housecount(settings.baseUrl);
        const { writeToken, readToken } = settings;
        permissionsRegistry.addResourceType({
          resourceRef: teamResourceRef,
          permissions: housecountPermissions,
          rules: Object.values(rules),
          getResources: async refs => refs.map(teamOf),
        });
        const access = new Access(services.permissions, permissionsRegistry);
        const { httpAuth, auditor } = services;
        services.httpRouter.use(createRouter({ housecount, writeToken, readToken, httpAuth, access, auditor, logger }));

        const knex = settings.catalog || settings.runs ? await openDatabase(services.database) : undefined;
        if (knex && settings.catalog) {
          const { token, schedule, fields } = settings.catalog;
          const entities = new Entities(services.catalog, services.auth, fields);
          const inbox = new Inbox(housecount, token, text => logger.warn(text));
          const fn = pushing(entities, inbox, new PushMemory(knex), logger);
          await scheduler.scheduleTask({ id: 'housecount-push-catalog', fn, ...schedule });
        }
        if (knex && settings.runs) {
          const store = new RunStore(knex);
          const sender = new RunSender({ housecount, writeToken, store, settings: settings.runs, logger });
          await services.events.subscribe({
            id: 'housecount',
            topics: ['scaffolder.task'],
            async onEvent({ eventPayload }) {
              const event = readTaskEvent(eventPayload);
              if (event) {
                await store.add(event, Date.now());
              }
            },
          });
          await scheduler.scheduleTask({
            id: 'housecount-send-runs',
            fn: signal => sender.flush(signal),
            ...RUNS_SCHEDULE,
          });
        }
      },
    });
  },
});
