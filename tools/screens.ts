import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from './browser.mjs';
import { root } from './root.ts';

/**
 * `npm run screens -- --out DIR [--size tiny] [--only PART]`: a picture of every console screen on the demo, in both widths, both
 * languages, light and dark, named `<screen>-<width>-<language>-<shade>.png`. Fails when a screen shows an error or throws one.
 */
const { values: options } = parseArgs({
  options: {
    out: { type: 'string' },
    size: { type: 'string', default: 'tiny' },
    only: { type: 'string', default: '' },
  },
});

/** Screens by name. A `follow` is the link on the list by which somebody gets to a page with an id in its address. */
const screens: Readonly<Record<string, { readonly path: string; readonly follow?: string }>> = {
  overview: { path: '/' },
  people: { path: '/people' },
  person: { path: '/people', follow: '/people/per_' },
  tags: { path: '/tags' },
  tag: { path: '/tags', follow: '/tags/tag_' },
  segments: { path: '/segments' },
  segment: { path: '/segments', follow: '/segments/seg_' },
  'segment-new': { path: '/segments/new' },
  sources: { path: '/sources' },
  live: { path: '/live' },
  imports: { path: '/imports' },
  import: { path: '/imports', follow: '/imports/imp_' },
  'import-new': { path: '/imports/new' },
  templates: { path: '/templates' },
  template: { path: '/templates', follow: '/templates/tpl_' },
  campaigns: { path: '/campaigns' },
  campaign: { path: '/campaigns', follow: '/campaigns/cmp_' },
  'campaign-new': { path: '/campaigns/new' },
  channels: { path: '/channels' },
  deliveries: { path: '/deliveries' },
  inbox: { path: '/inbox' },
  events: { path: '/insight/events' },
  funnel: { path: '/insight/funnel' },
  metrics: { path: '/insight/metrics' },
  organisation: { path: '/organisation' },
  users: { path: '/users' },
  keys: { path: '/keys' },
  audit: { path: '/audit' },
};
const widths = { 1440: 900, 390: 844 } as const;
const languages = { zh: 'zh-CN', en: 'en-US' } as const;
const shades = ['light', 'dark'] as const;

interface Demo {
  readonly address: string;
  readonly login: string;
  readonly password: string;
  stop(): Promise<void>;
}

async function startDemo(size: string): Promise<Demo> {
  const home = await mkdtemp(join(tmpdir(), 'siyu-screens-'));
  const child = spawn(
    process.execPath,
    [join(root, 'server/entries/demo.ts'), '--size', size, '--port', '0', '--home', home],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line);
    });
    void ended.then(() => reject(new Error('The demo ended before it was ready.')));
  });
  const [, address = '', login = '', password = ''] =
    /^ready (\S+) · login (\S+) · password (\S+)/.exec(ready) ?? [];
  return {
    address,
    login,
    password,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function logIn(page: Page, demo: Demo): Promise<void> {
  await page.goto(`${demo.address}/login`);
  await page.locator('input').nth(0).fill(demo.login);
  await page.locator('input').nth(1).fill(demo.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

/** Waits until nothing loads any more: no request under way and no skeleton left. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
  await page
    .locator('.ant-skeleton')
    .first()
    .waitFor({ state: 'detached', timeout: 10_000 })
    .catch(() => undefined);
  await page.waitForTimeout(700);
}

/** Takes the pictures of one width, language and shade; returns what went wrong. */
async function picture(
  context: BrowserContext,
  demo: Demo,
  out: string,
  look: { width: string; language: keyof typeof languages; shade: string },
) {
  const wrong: string[] = [];
  const page = await context.newPage();
  let now = 'login';
  page.on('pageerror', (error) => wrong.push(`${now}: ${error.message}`));
  const suffix = `${look.width}-${look.language}-${look.shade}`;
  await page.goto(`${demo.address}/login?lang=${languages[look.language]}`);
  await settle(page);
  await page.screenshot({ path: join(out, `login-${suffix}.png`) });
  await logIn(page, demo);
  for (const [name, { path, follow }] of Object.entries(screens)) {
    if (!name.includes(options.only)) continue;
    now = `${name} (${suffix})`;
    await page.goto(`${demo.address}${path}?lang=${languages[look.language]}`);
    await settle(page);
    if (follow) {
      const link = await page
        .locator(`a[href*="${follow}"]`)
        .first()
        .getAttribute('href', { timeout: 5_000 })
        .catch(() => null);
      if (!link) {
        wrong.push(`${now}: no link to ${follow}… on ${path}`);
        continue;
      }
      await page.goto(`${demo.address}${link.split('?')[0]}?lang=${languages[look.language]}`);
      await settle(page);
    }
    if ((await page.locator('[data-state="error"]').count()) > 0)
      wrong.push(`${now}: shows an error`);
    await page.screenshot({ path: join(out, `${name}-${suffix}.png`) });
  }
  await page.close();
  return wrong;
}

async function main(): Promise<void> {
  if (!options.out) throw new Error('Say where the pictures go: npm run screens -- --out DIR');
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found; install one or set CHROME_PATH.');
  await mkdir(options.out, { recursive: true });
  const demo = await startDemo(options.size);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const wrong: string[] = [];
  try {
    for (const [width, height] of Object.entries(widths)) {
      for (const language of Object.keys(languages) as (keyof typeof languages)[]) {
        for (const shade of shades) {
          const context = await browser.newContext({
            viewport: { width: Number(width), height },
            colorScheme: shade,
            locale: languages[language],
          });
          wrong.push(...(await picture(context, demo, options.out, { width, language, shade })));
          await context.close();
          console.log(`${width} px, ${language}, ${shade}: done`);
        }
      }
    }
  } finally {
    await browser.close();
    await demo.stop();
  }
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exitCode = 1;
}

await main();
