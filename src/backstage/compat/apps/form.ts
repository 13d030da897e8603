import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { AnalyticsImplementationBlueprint } from '@backstage/plugin-app-react';
import housecountModule from 'backstage-plugin-analytics-module-housecount';

/** The package's module is written out: it must be what this release makes of the same. */
const made = createFrontendModule({
  pluginId: 'app',
  extensions: [
    AnalyticsImplementationBlueprint.make({
      name: 'housecount',
      params: define => define({ deps: {}, factory: () => ({ captureEvent() {} }) }),
    }),
  ],
});

/** Names and values, without what only functions tell; references to data are functions themselves. */
function form(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(form);
  }
  if (typeof value === 'function' && !('$$type' in value)) {
    return undefined;
  }
  return value && typeof value !== 'string' && typeof value !== 'boolean'
    ? Object.fromEntries(
        Object.entries(value)
          .sort()
          .map(([key, inner]) => [key, form(inner)]),
      )
    : value;
}

const [ours, theirs] = [housecountModule, made].map(module => JSON.stringify(form(module)));
if (ours !== theirs) {
  throw new Error(`the module is ${ours}, that of this release ${theirs}`);
}
