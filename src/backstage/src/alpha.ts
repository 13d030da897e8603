/**
 * The new frontend system's module under the name of earlier versions; the package's root exports
 * it, too.
 *
 * @packageDocumentation
 */
export { housecountModule as default, type HousecountModule } from './frontendModule.js';
