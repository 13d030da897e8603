import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  housecount?: {
    /**
     * The URL of the Housecount function or server; may end with a path.
     */
    baseUrl: string;
    /**
     * A token of scope write: with it goes on what users' browsers report, and how runs of templates
     * ended.
     * @visibility secret
     */
    writeToken: string;
    /**
     * A token of scope read: with it reports are read for whoever may read them.
     * @visibility secret
     */
    readToken: string;
    /**
     * A token of scope catalog: with it the catalog is pushed. Needed unless catalog.enabled is
     * false.
     * @visibility secret
     */
    catalogToken?: string;
    catalog?: {
      /**
       * Push the catalog. Turn it off where Housecount pulls it, or something else pushes it.
       * Default: true
       */
      enabled?: boolean;
      /**
       * When it is pushed, and how long that may take. Default: every 30 minutes, for at most 30, the
       * first time 15 to 75 seconds after the start, by one of all backends
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Fields that are sent besides what Housecount captures by default, named as in the catalog's
       * API: all that its settings name (capture-entity-fields, capture-identity-fields and both
       * filters), such as spec.system. Default: none
       */
      fields?: string[];
    };
    runs?: {
      /**
       * Tell how runs of templates ended. Default: true
       */
      enabled?: boolean;
      /**
       * Users that are agents and no people, by their entity refs: their runs are told apart.
       * Default: none
       */
      agents?: string[];
    };
  };
}
