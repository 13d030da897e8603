import type { QueuedEvent } from '../event.js';

const DATABASE = 'housecount';
const EVENTS = 'events';

/**
 * Keeps the queue in IndexedDB over reloads and offline periods. Where there is no IndexedDB
 * (private windows, forbidden storage) it keeps nothing.
 */
export class Store {
  private readonly opening: Promise<IDBDatabase | undefined> = open();

  /** Writes events, also ones that are known already. */
  put(rows: QueuedEvent[]): Promise<void> {
    return this.write(events => rows.forEach(row => events.put(row)));
  }

  /** Forgets events. */
  remove(rows: QueuedEvent[]): Promise<void> {
    return this.write(events => rows.forEach(row => events.delete(row.event.id)));
  }

  /** Everything that is kept, of all tabs, oldest first. */
  async all(): Promise<QueuedEvent[]> {
    let rows: QueuedEvent[] = [];
    await this.run(events => {
      const request = events.getAll();
      request.onsuccess = () => (rows = request.result);
    });
    return rows;
  }

  /**
   * Gives the events of one tab to another: all in one transaction, so that of two takers only one
   * gets them.
   *
   * @param isTaken - tells which ones to take
   * @returns the events taken
   */
  async take(from: string, to: string, isTaken: (row: QueuedEvent) => boolean): Promise<QueuedEvent[]> {
    const taken: QueuedEvent[] = [];
    await this.run(events => {
      const request = events.getAll();
      request.onsuccess = () => {
        for (const row of request.result as QueuedEvent[]) {
          if (row.tab === from && isTaken(row)) {
            taken.push({ ...row, tab: to });
            events.put({ ...row, tab: to });
          }
        }
      };
    });
    return taken;
  }

  private write(work: (events: IDBObjectStore) => void): Promise<void> {
    return this.run((events, transaction) => {
      work(events);
      // Without this a tab that closes now would take its last events with it.
      transaction.commit?.();
    });
  }

  private async run(work: (events: IDBObjectStore, transaction: IDBTransaction) => void): Promise<void> {
    const database = await this.opening;
    await new Promise<void>(done => {
      try {
        const transaction = database!.transaction(EVENTS, 'readwrite');
        // A full disk loses the copy, not the event: that is still in memory.
        transaction.oncomplete = transaction.onabort = () => done();
        work(transaction.objectStore(EVENTS), transaction);
      } catch {
        done(); // No database, or the browser has closed it.
      }
    });
  }
}

function open(): Promise<IDBDatabase | undefined> {
  return new Promise(done => {
    try {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(EVENTS, { keyPath: 'event.id' });
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(undefined);
    } catch {
      done(undefined);
    }
  });
}
