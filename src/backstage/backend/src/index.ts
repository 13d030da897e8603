/**
 * The Backstage backend plugin of Housecount: `backend.add(import('backstage-plugin-housecount-backend'))`.
 *
 * @packageDocumentation
 */
export { housecountPlugin as default } from './plugin';
export { createHousecountConditionalDecision, housecountConditions } from './insights/permissions';
