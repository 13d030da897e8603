// A Backstage backend with nothing but the proxy. Needs the packages of ../catalog/package.json beside it.
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();
backend.add(import('@backstage/plugin-proxy-backend'));
backend.start();
