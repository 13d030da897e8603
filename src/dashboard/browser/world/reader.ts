import { AxeBuilder } from '@axe-core/playwright';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
  Response,
} from 'playwright-core';
import { chromium } from 'playwright-core';

const BROWSER = '/usr/bin/chromium';

/** As long as anything here may take, in milliseconds: a loaded machine is no fault. */
const PATIENCE = 240_000;

/** Starts Debian's Chromium. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: BROWSER,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
}

/** Somebody who looks at the dashboard, in a browser profile of their own. */
export class Reader {
  /** What the pages wrote to their consoles, and what failed in them: violations of the policy are there, too. */
  readonly complaints: string[] = [];
  /** Every answer that the pages got. */
  readonly answers: Response[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly base: string,
  ) {
    page.setDefaultTimeout(PATIENCE);
    page.on('console', message => this.complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', error => this.complaints.push(`thrown: ${String(error)}`));
    page.on('dialog', dialog => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('response', response => this.answers.push(response));
  }

  static async come(browser: Browser, base: string, options: BrowserContextOptions = {}): Promise<Reader> {
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'America/New_York',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    return new Reader(await context.newPage(), context, base);
  }

  /** Goes away, profile and all. */
  leave(): Promise<void> {
    return this.context.close();
  }

  /** Another tab of the same profile. */
  async tab(): Promise<Reader> {
    return new Reader(await this.context.newPage(), this.context, this.base);
  }

  /** Types an address; resolves when the page has settled. */
  async open(path: string): Promise<void> {
    await this.page.goto(this.base + path);
    await this.settled();
  }

  /** Waits until the page says that nothing is loading. */
  async settled(): Promise<void> {
    await this.page.locator('main:not([aria-busy=true])').waitFor();
    await this.page.locator('body').evaluate(() => new Promise(requestAnimationFrame));
  }

  /** The page as a screen reader has it, of all shadow trees. */
  async seen(): Promise<string> {
    const seen = await this.page.locator('main').ariaSnapshot();
    // What was announced is no part of the view.
    return seen.replace(/^(\s*- status).*$/gm, '$1');
  }

  /** A card by its title. */
  card(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** The path and query of where the page is. */
  get address(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** What axe finds wrong, by the rules of WCAG 2.2 AA and its best practices. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`);
  }
}
