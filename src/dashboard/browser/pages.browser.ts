import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from './world/csv.js';
import { pictureOf } from './world/picture.js';
import { Reader, startBrowser } from './world/reader.js';
import { Server, TARGET } from './world/server.js';

const PAGES = [
  ['Overview', '/'],
  ['Search and docs', '/search-and-docs'],
  ['Templates and plugins', '/templates-and-plugins'],
  ['Data health', '/health-of-data'],
] as const;

/** Cards by their titles, and the reports whose rows they show. */
const CARDS: [string, Record<string, string>][] = [
  [
    '/',
    {
      'Key figures': 'summary',
      'Active users': 'active-users?grain=day',
      'Adoption by team': 'adoption?limit=500',
    },
  ],
  [
    '/search-and-docs',
    {
      'Searches that find nothing': 'searches?zero=true',
      'Searches and click-through': 'searches',
      'Documentation that is read': 'techdocs',
    },
  ],
  [
    '/templates-and-plugins',
    {
      'From the template to the result': 'templates',
      Plugins: 'plugins',
      Sections: 'sections',
      Entities: 'entities',
    },
  ],
];

/** What the first page may bring, whatever it is: issue 15. */
const MOST_REQUESTS = 10;
const MOST_BYTES = 300 * 1024;

/** From the narrowest that is meant to work to a wide screen. */
const WIDTHS = [600, 1280, 1920];

const SHOTS = `${TARGET}/dashboard/screenshots`;

describe('a year of a portal', () => {
  let server: Server;
  let browser: Browser;
  let reader: Reader;

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    [server, browser] = await Promise.all([
      Server.start(
        '-Dhousecount.retention.days=400',
        '-Dhousecount.insights.read-units=100000',
        '-Dhousecount.insights.budget-seconds=120',
      ),
      startBrowser(),
    ]);
    await server.feed('--users', '120', '--days', '365');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => reader?.leave());

  const come = async (path: string, options: BrowserContextOptions = {}): Promise<Reader> => {
    reader = await Reader.come(browser, server.url, options);
    await reader.open(path);
    return reader;
  };

  describe.each(PAGES)('%s', (name, path) => {
    it.each(['light', 'dark'] as const)(
      'in %s colours: no barrier, no complaint, any width',
      async colorScheme => {
        const { page } = await come(path, { colorScheme });
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
        expect(await page.title()).toContain(name);
        const current = page.getByRole('navigation', { name: 'Pages' }).locator('[aria-current=page]');
        expect(await current.textContent()).toBe(name);
        expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(2);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await reader.settled();
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          const shot = `${name.toLowerCase().replaceAll(' ', '-')}-${width}-${colorScheme}`;
          await page.screenshot({ path: `${SHOTS}/${shot}.png`, fullPage: true });
          expect(await reader.barriers(), shot).toEqual([]);
        }
        expect(reader.complaints).toEqual([]);
      },
    );
  });

  it('is small: the first page brings few files and few bytes', async () => {
    await come('/');
    const sizes = await Promise.all(reader.answers.map(answer => answer.request().sizes()));
    const bytes = sizes.reduce((sum, one) => sum + one.responseBodySize + one.responseHeadersSize, 0);
    const asked = reader.answers.map(answer => answer.url());
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(asked.filter(url => !url.startsWith(`${server.url}/`))).toEqual([]);
  });

  it('asks for its files once only, and for the document each time', async () => {
    await come('/');
    const first = reader.answers.map(answer => answer.url()).filter(url => url.includes('/assets/'));
    expect(first).not.toEqual([]);
    const again = await reader.tab();
    await again.open('/');
    const transferred = await again.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(
          entry => entry.name.includes('/assets/') && (entry as PerformanceResourceTiming).transferSize > 0,
        )
        .map(entry => entry.name),
    );
    expect(transferred).toEqual([]);
    expect(again.complaints).toEqual([]);
  });

  it.each(CARDS)('%s: the figures of cards are those of reports', async (path, cards) => {
    const { page } = await come(path);
    for (const [title, report] of Object.entries(cards)) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        reader.card(title).getByRole('button', { name: /^CSV/ }).click(),
      ]);
      const shown = readCsv(await readFile(await download.path(), 'utf8'));
      const answer = await server.ask(`/insights/${report}`);
      const { rows } = (await answer.json()) as { rows: Record<string, unknown>[] };
      expect(rows.length, title).toBeGreaterThan(1);
      expect(shown, title).toEqual(rows.map(row => asText(row, Object.keys(shown[0] ?? {}))));
    }
  });

  it('shows a table of a chart, which says the same', async () => {
    const { page } = await come('/');
    const card = reader.card('Key figures');
    const tiles = await card.getByRole('definition').allTextContents();
    await card.getByRole('button', { name: /^Table/ }).click();
    const cells = await card.getByRole('row').allTextContents();
    expect(tiles.length).toBeGreaterThan(5);
    expect(cells.length).toBe(tiles.length + 1);
    const answer = await server.ask('/insights/summary');
    const { rows } = (await answer.json()) as { rows: { metric: string; value: number }[] };
    const users = rows.find(row => row.metric === 'active_users')?.value;
    expect(tiles[0]).toMatch(new RegExp(`^${users}\\b`));
    expect(cells[1]).toContain(String(users));
    expect(await page.getByText('undefined').or(page.getByText('NaN')).count()).toBe(0);
  });

  it('keeps range, team and filters in the address: a link shows the same, back and forward work', async () => {
    const { page } = await come('/');
    const before = await reader.seen();
    await page.getByLabel('Period').selectOption('90d');
    await reader.settled();
    expect(reader.address).toBe('/?period=90d');
    const quarter = await reader.seen();
    expect(quarter).not.toBe(before);

    await page.getByRole('combobox', { name: 'Team' }).click();
    await page.getByRole('listbox', { name: 'Team' }).getByRole('option').nth(1).click();
    await reader.settled();
    expect(reader.address).toMatch(/^\/\?period=90d&team=group/);
    const team = await reader.seen();
    expect(team).not.toBe(quarter);

    const other = await Reader.come(browser, server.url);
    await other.open(reader.address);
    expect(await other.seen()).toBe(team);
    await other.leave();

    await page.goBack();
    await reader.settled();
    expect(await reader.seen()).toBe(quarter);
    await page.goBack();
    await reader.settled();
    expect(reader.address).toBe('/');
    expect(await reader.seen()).toBe(before);
    await page.goForward();
    await reader.settled();
    expect(await reader.seen()).toBe(quarter);
    expect(reader.complaints).toEqual([]);
  });

  it('goes from page to page without losing what was chosen', async () => {
    const { page } = await come('/?period=90d');
    const files = reader.answers.length;
    for (const [name, path] of PAGES.slice(1)) {
      await page.getByRole('navigation').getByRole('link', { name }).click();
      await reader.settled();
      expect(reader.address).toBe(`${path}?period=90d`);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
    }
    const loaded = reader.answers.slice(files).map(answer => new URL(answer.url()).pathname);
    expect(loaded.filter(path => !/^\/(insights|data-health)(\/|$)/.test(path))).toEqual([]);
  });

  it('can be used by keyboard alone', async () => {
    const { page } = await come('/');
    await page.keyboard.press('Tab');
    expect(await focused(reader)).toMatch(/^link: Skip/);
    await page.keyboard.press('Tab');
    await tabTo(reader, /^link: Templates and plugins/);
    await page.keyboard.press('Enter');
    await reader.settled();
    expect(reader.address).toBe('/templates-and-plugins');
    expect(await focused(reader)).toMatch(/^heading: Templates and plugins/);

    await tabTo(reader, /^combobox: Team/);
    await page.keyboard.type('pay');
    await page.getByRole('listbox', { name: 'Team' }).getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await reader.settled();
    expect(reader.address).toMatch(/\?team=group.*payments/);

    await tabTo(reader, /^button: Table: .*Plugins/);
    await page.keyboard.press('Space');
    await reader.card('Plugins').getByRole('table').waitFor();
    expect(reader.complaints).toEqual([]);
  });

  it('shows where the focus is, on all that can have it', async () => {
    const { page } = await come('/');
    const seen = new Set<string>();
    for (let presses = 0; presses < 300; presses++) {
      await page.keyboard.press('Tab');
      const name = await focused(reader);
      if (name === '') {
        break;
      }
      seen.add(name);
      expect(await focusIsVisible(reader), name).toBe(true);
    }
    for (const wanted of [/^link: Data health/, /Period/, /Team/, /^button: Load again/, /^button: CSV/]) {
      expect(
        [...seen].some(name => wanted.test(name)),
        String(wanted),
      ).toBe(true);
    }
  });

  it('says what to do when the server fails, and goes on when it is back', async () => {
    reader = await Reader.come(browser, server.url);
    const { page } = reader;
    const problem = {
      type: 'urn:housecount:problem:store-unavailable',
      title: 'The store is busy',
      status: 503,
    };
    await page.route('**/insights/**', route =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    );
    await reader.open('/');
    const retry = page.getByRole('button', { name: /again/i });
    expect(await reader.card('Key figures').getByRole('button').count()).toBeGreaterThan(0);
    expect(await reader.barriers()).toEqual([]);
    await page.unroute('**/insights/**');
    await reader.card('Key figures').locator(retry).first().click();
    await reader.settled();
    expect(await reader.card('Key figures').getByRole('definition').count()).toBeGreaterThan(5);
    expect(reader.complaints.filter(one => !one.includes('Failed to load resource'))).toEqual([]);
  });

  it('stays usable when nobody answers at all', async () => {
    const { page } = await come('/');
    await page.route('**/insights/**', route => route.abort('connectionrefused'));
    await page.getByRole('navigation').getByRole('link', { name: 'Search and docs' }).click();
    await reader.settled();
    expect(await page.getByRole('button', { name: /again/i }).count()).toBeGreaterThan(1);
    expect(await reader.barriers()).toEqual([]);
    expect(reader.complaints.filter(one => one.startsWith('thrown'))).toEqual([]);
  });

  it('lets no text become script: the policy is in force', async () => {
    const { page } = await come('/');
    const blocked = await page.evaluate(() => {
      try {
        // eslint-disable-next-line no-restricted-properties -- what must not work
        document.body.innerHTML = '<img src=x>';
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    });
    expect(blocked).toBe(true);
  });

  it('is in the README', async () => {
    await come('/', { viewport: { width: 1280, height: 1400 } });
    const picture = await pictureOf(reader.page, 1400);
    expect(picture).not.toMatch(/<script|<foreignObject|url\(http|href="http/);
    expect(picture).toContain('Active users');
    expect(picture, 'what is folded away').not.toContain('>Filter by<');
    expect(picture.length).toBeLessThan(150_000);
    await writeFile(`${TARGET}/dashboard/dashboard.svg`, picture);
  });
});

/** Of an API's row, what a CSV has: hidden figures are empty. */
function asText(row: Record<string, unknown>, names: string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, row[name] == null ? '' : String(row[name])]));
}

/** Role and name of what has the focus; empty for nothing. */
function focused(reader: Reader): Promise<string> {
  return reader.page.evaluate(() => {
    let active: Element | null = document.activeElement;
    while (active?.shadowRoot?.activeElement) {
      active = active.shadowRoot.activeElement;
    }
    if (active === null || active === document.body) {
      return '';
    }
    const roles: Record<string, string> = { A: 'link', BUTTON: 'button', H1: 'heading', SELECT: 'combobox' };
    const role = active.getAttribute('role') ?? roles[active.tagName] ?? active.tagName.toLowerCase();
    const labels =
      active instanceof HTMLInputElement || active instanceof HTMLSelectElement ? active.labels : null;
    const label = [...(labels ?? [])].map(one => one.textContent).join(' ');
    return `${role}: ${active.getAttribute('aria-label') ?? (label || active.textContent)}`;
  });
}

async function tabTo(reader: Reader, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 300; presses++) {
    if (wanted.test(await focused(reader))) {
      return;
    }
    await reader.page.keyboard.press('Tab');
  }
  throw new Error(`nothing like ${String(wanted)} gets the focus`);
}

function focusIsVisible(reader: Reader): Promise<boolean> {
  return reader.page.evaluate(() => {
    let active: Element | null = document.activeElement;
    while (active?.shadowRoot?.activeElement) {
      active = active.shadowRoot.activeElement;
    }
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(active ?? document.body);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  });
}
