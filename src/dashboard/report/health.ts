/** A module and Backstage version that sends; null where batches name none. */
export interface Sender {
  readonly module: string | null;
  readonly backstage: string | null;
  readonly firstDay: string | null;
  readonly lastEvent: string | null;
}

/** A day on which a version was seen for the first time. */
export interface VersionChange {
  readonly date: string;
  readonly what: 'module' | 'backstage' | (string & {});
  readonly version: string;
}

/** The answer of `GET /data-health/versions`. */
export interface Versions {
  readonly portal: string;
  readonly zone: string;
  readonly senders: readonly Sender[];
  readonly changes: readonly VersionChange[];
}

/** What to do about the data, by the server. */
export interface Advice {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly todo: string;
}

/** The counts of one local day, of events as they arrived. */
export interface DayCounts {
  readonly date: string;
  readonly accepted: number | null;
  readonly withUser: number | null;
  readonly late: number | null;
  readonly rejected: number | null;
  readonly dropped: number | null;
}

/** The answer of `GET /data-health`. A figure that is hidden or unknown is null. */
export interface Health extends Versions {
  readonly now: string;
  readonly from: string;
  readonly to: string;
  readonly lastEvent: string | null;
  readonly portals: readonly { readonly portal: string; readonly lastEvent: string | null }[];
  readonly counts: {
    readonly accepted: number | null;
    readonly withUser: number | null;
    readonly late: number | null;
    readonly rejected: Readonly<Record<string, number>>;
    readonly dropped: Readonly<Record<string, number>>;
    readonly droppedFields?: Readonly<Record<string, number>>;
  };
  readonly days: readonly DayCounts[];
  readonly sample: {
    readonly events: number;
    readonly since: string;
    readonly withUser: number | null;
    readonly knownToCatalog: number | null;
  } | null;
  readonly catalog: {
    readonly asOf: string | null;
    readonly source: string | null;
    readonly entities: number;
    readonly totalUsers: number;
    readonly problems: number;
  };
  readonly maintenance: { readonly lastRun: string | null; readonly failed: readonly string[] };
  readonly advice: readonly Advice[];
}
