import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { reduced, wantedFields } from '../shared/capture.cjs';

/** Entities of one request to the catalog. */
const READ_AT_ONCE = 500;

/** An entity as it is sent. */
export type Reduced = { kind: string };

/** Reads the portal's catalog, kind by kind, a page at a time. */
export class Entities {
  constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
    private readonly more: string[],
  ) {}

  async *read(signal: AbortSignal): AsyncGenerator<Reduced> {
    const { facets } = await this.catalog.getEntityFacets({ facets: ['kind'] }, await this.own());
    const kinds = (facets.kind ?? []).map(({ value }) => value).sort();
    for (const kind of kinds) {
      yield* this.ofKind(kind, signal);
    }
  }

  private async *ofKind(kind: string, signal: AbortSignal): AsyncGenerator<Reduced> {
    const fields = wantedFields(kind, this.more);
    const order = { field: 'metadata.name', order: 'asc' as const };
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const asked = cursor ? { cursor } : { filter: { kind }, orderFields: order };
      // Credentials of each request: those of a service are good for an hour.
      const { items, pageInfo } = await this.catalog.queryEntities(
        { ...asked, fields, limit: READ_AT_ONCE },
        await this.own(),
      );
      yield* items.map(entity => reduced(entity, fields) as Reduced);
      cursor = pageInfo.nextCursor;
    } while (cursor);
  }

  private async own() {
    return { credentials: await this.auth.getOwnServiceCredentials() };
  }
}
