// A Backstage backend with nothing but the catalog. Needs the packages of package.json beside it.
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model')); // loads templates
backend.start();
