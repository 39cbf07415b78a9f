import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type EmptyApp, emptyApp } from '../testing/app.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const password = 'a-long-password';

let app: EmptyApp;
let address: string;
let browser: Browser;
let home: BrowserContext;
let page: Page;

before(async () => {
  app = await emptyApp();
  address = await app.fastify.listen({ port: 0, host: '127.0.0.1' });
  const executablePath = process.env.CHROME_PATH;
  browser = await chromium.launch({ args: flags, ...(executablePath ? { executablePath } : {}) });
  home = await browser.newContext({ viewport: widths.desktop });
  page = await home.newPage();
  page.setDefaultTimeout(15_000);
});

after(async () => {
  await browser?.close();
  await app?.close();
});

/** What went wrong on a page: scripts that threw and answers that the server refused. */
function troublesOf(watched: Page): string[] {
  const troubles: string[] = [];
  watched.on('pageerror', (error) => troubles.push(error.message));
  watched.on('response', (answer) => {
    if (answer.status() >= 400) troubles.push(`${answer.status()} ${answer.url()}`);
  });
  return troubles;
}

async function logIn(who: Page, login: string, secret = password): Promise<void> {
  await who.goto(`${address}/login`);
  await who.fill('input[autocomplete=username]', login);
  await who.fill('input[autocomplete=current-password]', secret);
  await who.click('button[type=submit]');
}

/** The addresses of all screens that the navigation shows. */
async function screensOf(who: Page): Promise<string[]> {
  await who.waitForSelector('nav a');
  return who.$$eval('aside nav a', (links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** Opens a screen and waits until nothing on it is on its way any more. */
async function open(who: Page, path: string): Promise<void> {
  await who.goto(`${address}${path}`);
  await who.waitForSelector('main h1');
  await who.locator('.ant-skeleton, [aria-busy=true]').first().waitFor({ state: 'detached' });
}

test('the first visitor names the organisation, becomes its administrator and is in', async () => {
  await page.goto(address);
  await page.waitForURL(/\/setup$/);
  await page.getByLabel('组织名称').fill('云栖家居集团');
  await page.getByLabel('您的姓名').fill('林晓');
  await page.getByLabel('账号').fill('admin');
  await page.getByLabel('密码').fill(password);
  await page.click('button[type=submit]');
  await page.waitForSelector('aside >> text=云栖家居集团');
});

test('a wrong password says what happened and how to mend it', async () => {
  const stranger = await (await browser.newContext()).newPage();
  await logIn(stranger, 'admin', 'a-wrong-password');
  const alert = await stranger.waitForSelector('[role=alert]');
  assert.match((await alert.textContent()) ?? '', /账号或密码不正确[\s\S]*重试/);
  await stranger.context().close();
});

test('no screen of an empty house shows an error, at both widths', async () => {
  const screens = await screensOf(page);
  assert.ok(screens.length >= 18, `only ${screens.length} screens: ${screens.join(' ')}`);
  for (const path of screens) {
    const troubles = troublesOf(page);
    await open(page, path);
    for (const [width, viewport] of Object.entries(widths)) {
      await page.setViewportSize(viewport);
      await page.waitForSelector('main h1');
      const alerts = await page.locator('main [role=alert]').allTextContents();
      const content = await page
        .locator('html')
        .evaluate((html: { readonly scrollWidth: number }) => html.scrollWidth);
      assert.deepEqual(
        { path, width, troubles, alerts },
        { path, width, troubles: [], alerts: [] },
      );
      assert.ok(content <= viewport.width, `${path} is ${content} px wide on a ${width}`);
    }
    page.removeAllListeners('pageerror').removeAllListeners('response');
    await page.setViewportSize(widths.desktop);
  }
});

test('the chosen language stays', async () => {
  await open(page, '/users');
  await page.click('[aria-label="个人菜单"]');
  await page.hover('text=语言');
  await page.click('text=English');
  await page.waitForSelector('h1:has-text("Users & roles")');
  await page.reload();
  await page.waitForSelector('h1:has-text("Users & roles")');
});

test('⌘K finds a screen by its name', async () => {
  await open(page, '/users');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('audit');
  await page.waitForSelector('[role=option][aria-selected=true]:has-text("Audit log")');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/audit$/);
});

test('a user sees only the screens of the role', async () => {
  await open(page, '/users');
  await page.click('button:has-text("Add a user")');
  await page.getByLabel('Name', { exact: true }).fill('Wang Qiang');
  await page.getByLabel('Login', { exact: true }).fill('wang');
  await page.getByLabel('Role', { exact: true }).last().click();
  await page.click('.ant-select-item-option:has-text("Analyst")');
  await page.getByLabel('Data scope', { exact: true }).click();
  await page.click('.ant-select-tree-node-content-wrapper');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.click('.ant-drawer button.ant-btn-primary');
  await page.waitForSelector('main >> text=Wang Qiang');

  const analyst = await (await browser.newContext({ viewport: widths.desktop })).newPage();
  await logIn(analyst, 'wang');
  await analyst.waitForURL(`${address}/`);
  const screens = await screensOf(analyst);
  assert.ok(screens.includes('/segments'));
  for (const hidden of ['/users', '/keys', '/audit', '/imports']) {
    assert.ok(!screens.includes(hidden), `${hidden} is shown to an analyst`);
  }
  await analyst.waitForLoadState('networkidle');
  await analyst.context().close();
});
