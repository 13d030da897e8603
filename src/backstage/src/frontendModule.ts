import { housecountAnalyticsApiFactory } from './apiFactory.js';

/**
 * A module of the new frontend system: what `createApp` takes among its `features`.
 *
 * @public
 */
export interface HousecountModule {
  readonly $$type: '@backstage/FrontendModule';
  readonly pluginId: string;
}

/** What `AnalyticsImplementationBlueprint` of plugin-app-react yields. */
const FACTORY = 'core.analytics.factory';

/**
 * Written out, not made by `createFrontendModule`: an app of the old system has neither
 * frontend-plugin-api nor plugin-app-react, and its bundler stops at an import of what is not
 * there, also at a dynamic one. Type and version of these objects are what Backstage tells them by
 * where several versions of its packages meet; compat/apps/form.ts holds it against what each release makes.
 */
const extension = {
  $$type: '@backstage/Extension',
  version: 'v2',
  id: 'analytics:app/housecount',
  attachTo: { id: 'api:app/analytics', input: 'implementations' },
  disabled: false,
  inputs: {},
  output: [{ $$type: '@backstage/ExtensionDataRef', id: FACTORY, config: {} }],
  factory: () => [
    {
      $$type: '@backstage/ExtensionDataValue',
      id: FACTORY,
      // What both systems ask for: `deps`, and a `factory` that takes them.
      value: housecountAnalyticsApiFactory,
    },
  ],
};

/**
 * Makes Housecount a receiver of a portal's analytics events: add it to the `features` of
 * `createApp` of the new frontend system.
 *
 * @public
 */
export const housecountModule: HousecountModule = {
  $$type: '@backstage/FrontendModule',
  pluginId: 'app',
  ...{ version: 'v1', featureFlags: [], extensions: [extension] },
};
