import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fillWithHostile, TEXTS } from './world/hostile.js';
import { Reader, startBrowser } from './world/reader.js';
import { AUTH, Server, TOKENS } from './world/server.js';

describe('a server that wants a token, with names that want to be more than texts', () => {
  let server: Server;
  let browser: Browser;
  let reader: Reader;

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      Server.start(AUTH, '-Dhousecount.insights.fewest-people=1', '-Dhousecount.insights.budget-seconds=120'),
      startBrowser(),
    ]);
    await fillWithHostile(server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => reader?.leave());

  const come = async (path: string): Promise<Reader> => {
    reader = await Reader.come(browser, server.url);
    await reader.open(path);
    return reader;
  };
  const signIn = async (token: string): Promise<void> => {
    await reader.page.getByLabel('Read token').fill(token);
    await reader.page.getByRole('button', { name: 'Sign in' }).click();
  };
  const figures = () => reader.card('Key figures').getByRole('definition');

  it('asks for it, and shows nothing before', async () => {
    const { page } = await come('/');
    await page.getByRole('form', { name: 'Sign in' }).waitFor();
    expect(await figures().count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
    expect(await reader.barriers()).toEqual([]);
    expect(reader.complaints.filter(one => !one.includes('401'))).toEqual([]);
  });

  it.each(['wrong', TOKENS.write, 'a\u0000b', 'snow☃'])('refuses the token %j and says so', async token => {
    const { page } = await come('/');
    await signIn(token);
    await page.getByRole('alert').filter({ hasText: /token/i }).waitFor();
    expect(await figures().count()).toBe(0);
    expect(await stored(reader)).not.toContain(token);
    await signIn(TOKENS.read);
    await figures().first().waitFor();
  });

  it('keeps it for the tab only, in no address, and forgets it at sign-out', async () => {
    const { page } = await come('/search-and-docs?period=7d');
    await signIn(TOKENS.read);
    await reader.card('Searches that find nothing').getByRole('button', { name: /^CSV/ }).waitFor();
    await page.reload();
    await reader.settled();
    expect(reader.address).toBe('/search-and-docs?period=7d');
    expect(await page.getByLabel('Read token').count()).toBe(0);

    const other = await reader.tab();
    await other.open('/');
    await other.page.getByLabel('Read token').waitFor();

    for (const answer of [...reader.answers, ...other.answers]) {
      expect(answer.url()).not.toContain(TOKENS.read);
    }
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie)).not.toContain(
      TOKENS.read,
    );
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Read token').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await stored(reader)).not.toContain(TOKENS.read);
    await page.reload();
    await page.getByLabel('Read token').waitFor();
    await page.goBack();
    expect(await page.getByRole('button', { name: /^CSV/ }).count()).toBe(0);
  });

  it('asks again when the token has expired', async () => {
    const { page } = await come('/');
    await signIn(TOKENS.read);
    await figures().first().waitFor();
    await page.route('**/insights/**', route =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: '{"status":401,"title":"No"}',
      }),
    );
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.getByRole('alert').filter({ hasText: /token/i }).waitFor();
    expect(await figures().count()).toBe(0);
    expect(await stored(reader)).not.toContain(TOKENS.read);
    await page.unroute('**/insights/**');
    await signIn(TOKENS.read);
    await figures().first().waitFor();
  });

  it.each([
    '/?period=7d',
    '/search-and-docs?period=7d',
    '/templates-and-plugins?period=7d',
    '/health-of-data',
  ])('%s: texts stay texts', async path => {
    const { page } = await come(path);
    await signIn(TOKENS.read);
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await reader.settled();
    for (const button of await page.getByRole('button', { name: /^(Table|Show all)/ }).all()) {
      await button.click();
    }
    expect(await page.evaluate(() => (window as { pwned?: unknown }).pwned)).toBeUndefined();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await reader.barriers()).toEqual([]);
    expect(reader.complaints.filter(one => !one.includes('401'))).toEqual([]);
  });

  it('shows them as they are', async () => {
    const { page } = await come('/templates-and-plugins?period=7d');
    await signIn(TOKENS.read);
    await reader
      .card('Entities')
      .getByRole('button', { name: /^Table/ })
      .click();
    const cells = await reader.card('Entities').getByRole('cell').allTextContents();
    for (const text of TEXTS) {
      expect(cells).toContain(text);
    }
    await page.getByRole('combobox', { name: 'Team' }).click();
    await page.getByRole('listbox', { name: 'Team' }).getByRole('option').first().waitFor();
    const options = await page.getByRole('option').allTextContents();
    expect(options.some(option => option.startsWith('<img src=x'))).toBe(true);
  });

  it.each([
    '/?team=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&period=%3Cscript%3E',
    '/?from=2026-13-99&to=x&zone=%22%3E&compare=javascript:alert(1)&grain=%00',
    `/?plugin=${'x'.repeat(2000)}`,
  ])('%s: a hostile link does no harm', async link => {
    const { page } = await come(link);
    await signIn(TOKENS.read);
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await reader.settled();
    expect(await page.evaluate(() => document.querySelectorAll('main img, main script').length)).toBe(0);
    expect(reader.complaints.filter(one => !/Failed to load resource/.test(one))).toEqual([]);
  });
});

function stored(reader: Reader): Promise<string> {
  return reader.page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
}
