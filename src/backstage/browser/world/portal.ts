import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { FaultyProxy, type PostedEvent } from './faultyProxy.js';
import { Site, type System } from './site.js';

/** An event as `/query` returns it. */
export interface StoredEvent {
  id: string;
  action: string;
  subject: string;
  value?: number;
  attributes: Record<string, unknown>;
  context: Record<string, unknown>;
  user?: string;
  sessionId: string;
  pluginId?: string;
  moduleVersion?: string;
  backstageVersion?: string;
}

/** A portal with everything around it: its site, a browser, and a server behind a proxy. */
export class Portal {
  readonly proxy = new FaultyProxy(inject('server'));
  /** What the pages wrote to their consoles. */
  readonly console: string[] = [];
  private readonly site = new Site();
  private url = '';
  private endpoint = '';
  private since = 0;
  private browser!: Browser;
  private context!: BrowserContext;

  async start(system: System): Promise<void> {
    [this.url, this.endpoint, this.browser] = await Promise.all([
      this.site.start(system),
      this.proxy.start(),
      chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      }),
    ]);
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    await Promise.all([this.site.stop(), this.proxy.stop()]);
  }

  /** A new user at a browser of their own; what was stored before does not count. */
  async newUser(settings: Record<string, unknown> = {}): Promise<void> {
    this.proxy.forget();
    this.console.length = 0;
    this.site.settings = {
      endpoint: this.endpoint,
      flushIntervalSeconds: 1,
      searchDebounceSeconds: 1,
      ...settings,
    };
    this.context = await this.browser.newContext();
    this.since = Date.now();
  }

  /** The user goes away, browser and all. */
  async leave(): Promise<void> {
    await this.context.close();
  }

  async open(path = '/'): Promise<Page> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', error => this.console.push(String(error)));
    page.on('console', message => this.console.push(message.text()));
    await page.goto(this.url + path);
    await page.getByRole('heading').waitFor();
    return page;
  }

  /** Closes a tab as a person does, with all that a page may do meanwhile. */
  async close(page: Page): Promise<void> {
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
  }

  /**
   * Ends a tab without a word to its page, as the system does when memory is short: once so many events are written
   * down, and until the browser has noticed.
   */
  async crash(page: Page, events: number): Promise<void> {
    await page.waitForFunction(isWritten, events);
    const crashed = page.waitForEvent('crash');
    const session = await this.context.newCDPSession(page);
    // The page is gone before it can answer.
    session.send('Page.crash').catch(() => {});
    await crashed;
    const beside = await this.context.newPage();
    await beside.route('**/*', route => route.fulfill({ contentType: 'text/html', body: '' }));
    await beside.goto(this.url);
    await beside.waitForFunction(async () => (await navigator.locks.query()).held?.length === 0);
    await beside.close();
  }

  async setOffline(offline: boolean): Promise<void> {
    await this.context.setOffline(offline);
  }

  /** Everything that this user's portal has stored, oldest first. */
  async stored(): Promise<StoredEvent[]> {
    const response = await fetch(`${inject('server')}/query?order=asc&limit=1000&from=${this.since}`, {
      headers: { Accept: 'application/json' },
    });
    const { events } = (await response.json()) as { events: StoredEvent[] };
    return events;
  }

  /** Action and subject of everything stored. */
  async story(): Promise<string[]> {
    return (await this.stored()).map(event => `${event.action} ${event.subject}`);
  }

  /** Every event in every request that the server has answered with success. */
  accepted(): PostedEvent[] {
    return this.proxy.posts.filter(post => post.status === 202).flatMap(post => post.events);
  }
}

/** Whether the module has written down so many events; runs in the page. */
function isWritten(events: number): Promise<boolean> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('housecount');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('events').objectStore('events').count();
      counting.onerror = () => failed(counting.error);
      counting.onsuccess = () => {
        opening.result.close();
        done(counting.result >= events);
      };
    };
  });
}
