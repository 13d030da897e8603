import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { collect, type Relay } from './collect/relay';
import { read, type Reader } from './insights/reader';

/** What a report can be called; nothing else is asked for, and nothing else gets into a record. */
const REPORT = '/insights/:report([a-z][a-z-]{0,39})';

/** The plugin's routes. */
export function createRouter(services: Relay & Reader): Router {
  const router = PromiseRouter();
  router.post('/collect', collect(services));
  router.get('/insights', read(services, 'nobody'));
  router.get(REPORT, read(services, 'teams'));
  router.get('/catalog/headcounts', read(services, 'teams'));
  router.get(['/catalog', '/data-health', '/data-health/versions'], read(services, 'everybody'));
  return router;
}
