import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MODULE_VERSION } from '../src/version.js';
import { Portal } from './world/portal.js';

/** As long as anything here may take, in milliseconds. */
const SOON = { timeout: 60_000, interval: 100 };

describe.each(['old', 'new'] as const)('%s frontend system', system => {
  const portal = new Portal();
  beforeAll(() => portal.start(system));
  afterAll(() => portal.stop());
  beforeEach(() => portal.newUser());
  afterEach(() => portal.leave());

  const story = () => expect.poll(() => portal.story(), SOON);

  it('reports visits, clicks, a search and a creation without being asked', async () => {
    const page = await portal.open('/?welcome=1#top');
    await follow(page, 'Open petstore', 'Thing');
    await follow(page, 'Home page', 'Home');
    await page.getByLabel('Search').pressSequentially('kafka');
    await page.getByRole('button', { name: 'Create' }).click();

    await story().toEqual([
      'navigate /',
      'click Open petstore',
      'navigate /things/petstore',
      'click Home page',
      'navigate /',
      'search kafka',
      'create Task has been created',
    ]);
    const [first, click, visit, , , search, create] = await portal.stored();
    expect(first.pluginId).toBe('things');
    expect(click.attributes).toEqual({ to: '/things/petstore' });
    expect(visit).toMatchObject({
      pluginId: 'things',
      attributes: { name: 'petstore' },
    });
    expect(search.value).toBe(0);
    expect(create).toMatchObject({
      value: 120,
      attributes: { templateSteps: 3 },
      context: { entityRef: 'template:default/service' },
    });
    expect(new Set((await portal.stored()).map(e => e.sessionId)).size).toBe(1);
    // A pseudonym.
    expect(first.user).toMatch(/^~/);
    expect(portal.accepted()[0].user).toBe('user:default/guest');
  });

  it('says with which versions, and of a task only a keyed hash', async () => {
    await portal.leave();
    await portal.newUser({ backstageVersion: '1.57.0' });
    const page = await portal.open();
    await page.getByRole('button', { name: 'Retry' }).click();

    await story().toEqual(['navigate /', 'retried Template has been retried']);
    const [, retried] = await portal.stored();
    expect(retried).toMatchObject({ moduleVersion: MODULE_VERSION, backstageVersion: '1.57.0' });
    expect(retried.context).toMatchObject({
      entityRef: 'template:default/service',
      taskId: expect.stringMatching(/^~[\w-]+$/),
    });
  });

  it('loses nothing when the tab is closed', async () => {
    await portal.leave();
    await portal.newUser({ flushIntervalSeconds: 3600 });
    const page = await portal.open();
    await page.getByRole('button', { name: 'Create' }).click();
    await follow(page, 'Open kafka', 'Thing');
    await portal.close(page);

    await story().toEqual(['navigate /', 'create Task has been created', 'click Open kafka', 'navigate /things/kafka']);
  });

  it('sends at sign-out', async () => {
    await portal.leave();
    await portal.newUser({ flushIntervalSeconds: 3600 });
    const page = await portal.open('/things/kafka');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();

    await story().toEqual(['navigate /things/kafka', 'signOut success']);
    await portal.close(page);
  });

  it('sends what happened offline once the network is back', async () => {
    const page = await portal.open();
    await story().toEqual(['navigate /']);
    await portal.setOffline(true);
    const failed = page.waitForEvent('requestfailed');
    await follow(page, 'Open kafka', 'Thing');
    await follow(page, 'Home page', 'Home');
    await failed;
    await portal.setOffline(false);

    await story().toEqual([
      'navigate /',
      'click Open kafka',
      'navigate /things/kafka',
      'click Home page',
      'navigate /',
    ]);
    expectEachOnce(portal);
  });

  it('keeps the queue over a reload while the server is down', async () => {
    portal.proxy.failNext(...Array(4).fill({ kind: 'reset' }));
    const page = await portal.open();
    await follow(page, 'Open kafka', 'Thing');
    await expect.poll(() => portal.proxy.posts.length, SOON).toBeGreaterThan(0);
    await page.reload();
    await page.getByRole('heading').waitFor();

    await story().toEqual(['navigate /', 'click Open kafka', 'navigate /things/kafka', 'navigate /things/kafka']);
  });

  it.each([429, 503])('waits as long as a %i asks for', async status => {
    portal.proxy.failNext({ kind: 'answer', status, retryAfter: '2' });
    await portal.open();

    await story().toEqual(['navigate /']);
    const [refused, accepted] = portal.proxy.posts;
    expect(accepted.at - refused.at).toBeGreaterThanOrEqual(2000);
    expect(accepted.events).toEqual(refused.events);
  });

  it('splits a batch that is too large for the real server', async () => {
    const page = await portal.open();
    const create = page.getByRole('button', { name: 'Create' });
    await create.evaluate(button => {
      for (let i = 0; i < 49; i++) {
        (button as HTMLButtonElement).click();
      }
    });

    await expect.poll(async () => (await portal.stored()).length, SOON).toBe(50);
    expect(portal.proxy.posts.some(post => post.status === 413)).toBe(true);
    expectEachOnce(portal);
  });

  it('sends again what a connection reset may have lost, and it counts once', async () => {
    portal.proxy.failNext({ kind: 'reset' }, { kind: 'resetAfter' });
    const page = await portal.open();
    await page.getByRole('button', { name: 'Create' }).click();

    await expect.poll(() => portal.proxy.posts.map(post => post.status), SOON).toEqual([0, 0, 202]);
    await story().toEqual(['navigate /', 'create Task has been created']);
  });

  it('drops what the server refuses for good, and says so once', async () => {
    portal.proxy.failNext({ kind: 'answer', status: 400 }, { kind: 'answer', status: 400 });
    const page = await portal.open();
    await expect.poll(() => portal.proxy.posts.length, SOON).toBe(1);
    await page.getByRole('button', { name: 'Create' }).click();
    await expect.poll(() => portal.proxy.posts.length, SOON).toBe(2);
    await follow(page, 'Open kafka', 'Thing');

    await story().toEqual(['click Open kafka', 'navigate /things/kafka']);
    expect(portal.console.filter(line => /refuses/.test(line))).toEqual([
      'Housecount: the server refuses events (400); they are dropped',
    ]);
  });

  it('leaves alone what another open tab is about to send', async () => {
    portal.proxy.failNext({ kind: 'answer', status: 503, retryAfter: '3' });
    await portal.open();
    await expect.poll(() => portal.proxy.posts.length, SOON).toBeGreaterThan(0);
    await portal.open('/things/kafka');

    await story().toEqual(['navigate /', 'navigate /things/kafka']);
    expectEachOnce(portal);
  });

  it('takes over what a crashed tab has left', async () => {
    await portal.leave();
    await portal.newUser({ flushIntervalSeconds: 3600 });
    const page = await portal.open();
    await page.getByRole('button', { name: 'Create' }).click();
    await portal.crash(page, 2);
    expect(portal.proxy.posts).toEqual([]);
    const next = await portal.open('/things/kafka');
    await portal.close(next);

    await story().toEqual(['navigate /', 'create Task has been created', 'navigate /things/kafka']);
  });

  it('shows events and sends none when debugging', async () => {
    await portal.leave();
    await portal.newUser({ debug: true });
    const page = await portal.open();
    await page.getByRole('button', { name: 'Create' }).click();

    await expect.poll(() => portal.console, SOON).toHaveLength(2);
    await portal.close(page);
    expect(portal.proxy.posts).toEqual([]);
  });

  it('names nobody when told not to', async () => {
    await portal.leave();
    await portal.newUser({ sendUser: false });
    await portal.open();

    await expect.poll(() => portal.accepted(), SOON).toHaveLength(1);
    expect(portal.accepted()[0].user).toBeUndefined();
    expect((await portal.stored())[0].user).toBeUndefined();
  });
});

async function follow(page: Page, link: string, heading: string) {
  await page.getByRole('link', { name: link }).click();
  await page.getByRole('heading', { name: heading }).waitFor();
}

function expectEachOnce(portal: Portal) {
  const ids = portal.accepted().map(event => event.id);
  expect(ids).toHaveLength(new Set(ids).size);
}
