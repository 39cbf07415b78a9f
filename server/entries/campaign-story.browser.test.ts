import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { changePolicy } from '@siyu/contract/channel';
import { setUp } from '@siyu/contract/org';
import { createSegment } from '@siyu/contract/segment';
import { type Browser, chromium, type Page } from 'playwright-core';
import { accept, createSource } from '../modules/collect/index.ts';
import { rootNode } from '../modules/org/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import { testLogger } from '../testing/engines.ts';
import { openClient } from './demo/client.ts';
import { type StartedServer, startServer } from './start.ts';

const login = 'admin';
const password = 'a-password-for-tests';
const reachable = 10;
const withoutConsent = 2;
let home: string;
let server: StartedServer;
let browser: Browser;
let page: Page;
let segment: string;

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'siyu-story-'));
  server = await startServer({ ...loadConfig({ home, port: 0 }, {}), logger: testLogger });
  const client = openClient(server.address, { authorization: `Bearer ${server.localKey}` });
  await client.call(setUp, {
    body: { nameZh: '测试集团', nameEn: 'Test group', login, name: '管理员', password },
  });
  // The test must pass at night, too.
  const free = { perDay: null, perWeek: null };
  await client.call(changePolicy, { body: { quiet: null, overall: free, channels: {} } });
  await twelvePeople();
  const made = await client.call(createSegment, {
    body: {
      name: '有手机号的人',
      kind: 'static',
      rule: { kind: 'identifier', identifier: 'phone' },
    },
  });
  segment = made.segment;
  const executablePath = process.env.CHROME_PATH;
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  page.setDefaultTimeout(20_000);
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(home, { recursive: true, force: true });
});

/** Ten who said yes to SMS, two who were never asked. */
async function twelvePeople(): Promise<void> {
  const { platform } = server;
  const now = platform.clock.now();
  const root = await rootNode(platform.postgres.db());
  const source = { kind: 'site', channel: 'mini_program', name: '会员小程序' } as const;
  const { sourceId } = await createSource(
    platform.postgres.db(),
    { ...source, orgId: root?.org_id ?? 0 },
    now,
  );
  const messages = Array.from({ length: reachable + withoutConsent }, (_, index) => ({
    messageId: `story-${index}`,
    type: 'identify' as const,
    time: now.toISOString(),
    identifiers: [{ kind: 'phone' as const, value: String(13_700_000_000 + index) }],
    traits: { name: `张${index}` },
    consents:
      index < reachable
        ? [
            {
              purpose: 'marketing' as const,
              channel: 'sms' as const,
              state: 'granted' as const,
              evidence: { form: 'test' },
            },
          ]
        : [],
  }));
  await accept(platform, { sourceId, messages });
  await server.idle();
}

const go = (path: string) => page.goto(`${server.address}${path}`);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
/** Chooses from a select by the words of its label and of the option. */
async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
}
/** The button that opens the people behind a number. */
const number = (title: string, count: number) =>
  page.getByRole('button', { name: `查看${title}：${count} 人` }).first();

test('from a template to the click in the report, all in the console', {
  timeout: 180_000,
}, async (t) => {
  await t.test('an operator logs in', async () => {
    await go('/login');
    await page.locator('input[autocomplete=username]').fill(login);
    await page.locator('input[autocomplete=current-password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => url.pathname === '/');
  });

  await t.test('writes a template, is told its mistake and where, and publishes it', async () => {
    await go('/templates/new');
    await page.getByLabel('名称').fill('新品到店');
    const body = page.getByLabel('正文');
    await body.fill('您好 {{ person.nam }}');
    await page.getByText('第 1 行第').first().waitFor();
    await body.fill(
      "{{ person.name | default: '朋友' }}，新品到店 https://example.com/new 退订 {{ unsubscribe_url }}",
    );
    await page.getByText('缺失时：朋友').waitFor();
    await press('保存草稿');
    await page.waitForURL(/\/templates\/tpl_/);
    await press('发布');
    await page.getByText('已发布', { exact: true }).waitFor();
  });

  await t.test('makes a campaign on a segment and tries whom it would reach', async () => {
    await go(`/campaigns/new?segment=${segment}`);
    await page.getByText('实时人数').waitFor();
    await press('下一步');
    await choose('选择模板', '新品到店');
    await page.getByText('新品到店').nth(1).waitFor();
    await press('下一步');
    await page.getByLabel('活动名称').fill('新品到店通知');
    // Nobody is held out, so that the numbers are the same every time.
    await page.locator('.ant-slider-handle').press('Home');
    await press('保存并试运行');
    await number('将会收到', reachable).waitFor();
    await number('未授权', withoutConsent).waitFor();
  });

  await t.test('opens the people who are left out', async () => {
    await number('未授权', withoutConsent).click();
    const drawer = page.getByRole('dialog', { name: '未授权' });
    await drawer
      .locator('tbody tr.ant-table-row')
      .nth(withoutConsent - 1)
      .waitFor();
    assert.equal(await drawer.locator('tbody tr.ant-table-row').count(), withoutConsent);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  await t.test('starts it and sees everybody sent to', async () => {
    await page.getByRole('button', { name: /启动$/ }).click();
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '启动' }).click();
    await number('已发送', reachable).waitFor({ timeout: 60_000 });
  });

  const campaign = new URL(page.url()).pathname;

  await t.test(
    'reads a message in the sandbox inbox and clicks its link as the recipient',
    async () => {
      await go('/inbox');
      await page
        .getByRole('button', { name: /新品到店通知/ })
        .first()
        .click();
      await page.getByText('以收件人身份操作').waitFor();
      await page.getByRole('button', { name: /点击链接/ }).click();
      await page.getByRole('button', { name: /点击链接 · 已点击/ }).waitFor();
    },
  );

  await t.test('finds the click in the report, and the person behind it', async () => {
    await go(campaign);
    await number('已点击', 1).click();
    const drawer = page.getByRole('dialog', { name: '已点击' });
    await drawer.locator('tbody tr.ant-table-row').first().waitFor();
    assert.equal(await drawer.locator('tbody tr.ant-table-row').count(), 1);
  });
});
