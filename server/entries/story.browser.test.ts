import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { changePolicy } from '@siyu/contract/channel';
import { setUp } from '@siyu/contract/org';
import { type Browser, chromium, type Page } from 'playwright-core';
import { loadConfig } from '../platform/config/index.ts';
import { testLogger } from '../testing/engines.ts';
import { openClient } from './demo/client.ts';
import { type StartedServer, startServer } from './start.ts';

const login = 'admin';
const password = 'a-password-for-tests';
const evidence = '2026 版入会协议第 4 条，门店纸质签名';

/** Ten in Hangzhou with a phone, two there with only an address for email, one in Shanghai. */
const reachable = 10;
const phoneless = 2;
const inHangzhou = reachable + phoneless;
const imported = inHangzhou + 1;
const file = [
  '姓名,手机号,邮箱,城市',
  ...Array.from({ length: reachable }, (_, at) => `张${at},${13_700_000_000 + at},,杭州`),
  ...Array.from({ length: phoneless }, (_, at) => `李${at},,li${at}@example.com,杭州`),
  '王一,13700000099,,上海',
  '赵无号,,,杭州',
].join('\n');

let home: string;
let server: StartedServer;
let browser: Browser;
let page: Page;

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
  const executablePath = process.env.CHROME_PATH;
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  // For machines that do much else beside; nothing waits longer than it must.
  page.setDefaultTimeout(45_000);
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(home, { recursive: true, force: true });
});

const go = (path: string) => page.goto(`${server.address}${path}`);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
/** Chooses from a select by the words of its label and of the option. */
async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
}
/** A field of the form that came in from the side. */
const inDrawer = (label: string) => page.locator('.ant-drawer').getByLabel(label, { exact: true });
/** A number that stands under its name. */
const figure = (label: string, value: number) =>
  page.getByRole('figure', { name: label, exact: true }).getByText(String(value), { exact: true });
/** Adds a condition by its name to the rule. */
async function condition(name: string): Promise<void> {
  await page.getByRole('button', { name: /添加条件$/ }).click();
  await page.getByRole('textbox', { name: '搜索行为、标签、属性…' }).fill(name);
  await page.locator('.ant-popover').getByRole('button', { name, exact: true }).click();
}
/** The button that opens the people behind a number. */
const number = (title: string, count: number) =>
  page.getByRole('button', { name: `查看${title}：${count} 人` }).first();

test('from a file of people to the click in the report, all in the console', {
  timeout: 400_000,
}, async (t) => {
  let isBroken = false;
  /** A step of the story; when one breaks off, the later ones are not tried. */
  const step = (name: string, walk: () => Promise<void>) =>
    t.test(name, { skip: isBroken }, async () => {
      isBroken = true;
      await walk();
      isBroken = false;
    });

  await step('an operator logs in', async () => {
    await go('/login');
    await page.locator('input[autocomplete=username]').fill(login);
    await page.locator('input[autocomplete=current-password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => url.pathname === '/');
  });

  await step('connects the source that the file comes from', async () => {
    await go('/sources');
    await page
      .getByRole('button', { name: /接入数据源/ })
      .first()
      .click();
    await inDrawer('名称').fill('会员系统');
    await inDrawer('所属组织').click();
    await page.locator('.ant-select-tree-title', { hasText: '测试集团' }).click();
    await page.locator('.ant-drawer').getByRole('button', { name: '接入数据源' }).click();
    await press('完成');
    await page.getByRole('button', { name: /会员系统/ }).waitFor();
  });

  await step('uploads a file and finds its columns recognised', async () => {
    await go('/imports/new');
    const name = '会员名单.csv';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(file) });
    await choose('数据源', '会员系统');
    await page.getByRole('cell', { name: '赵无号' }).waitFor();
    await press('下一步');
    await page.getByText('共 4 列，将导入 4 列').waitFor();
    const becomes = { 姓名: '姓名', 手机号: '手机号', 邮箱: '邮箱', 城市: '城市' };
    for (const [column, target] of Object.entries(becomes)) {
      const chosen = page.locator('.ant-select', { has: page.getByLabel(column, { exact: true }) });
      await chosen.getByText(target, { exact: true }).waitFor();
    }
    await press('下一步');
  });

  await step('may go on with a consent for all only when it says why', async () => {
    const next = page.getByRole('button', { name: '下一步' });
    await page.getByRole('checkbox', { name: '短信' }).check();
    assert.ok(await next.isDisabled());
    await page.getByLabel('依据').fill(evidence);
    await next.click();
  });

  await step('is told beforehand which row will not come in, and imports the rest', async () => {
    await page.getByText(`前 ${imported + 1} 行中有 1 处问题`).waitFor();
    await figure('用户', imported).waitFor();
    await press('开始导入');
    await page.waitForURL(/\/imports\/imp_/);
    await figure('未导入', 1).waitFor();
    await page.getByText('其中新用户').waitFor();
    const sms = page.getByRole('meter', { name: '短信' });
    await sms.waitFor();
    assert.equal(await sms.getAttribute('value'), String(imported - phoneless));
    await page.getByText(`没有该渠道的联系方式 ${phoneless}`).first().waitFor();
  });

  await step('sees the people, and the consent of one with its evidence', async () => {
    await go('/people');
    const rows = page.locator('tbody tr.ant-table-row');
    await rows.nth(imported - 1).waitFor();
    assert.equal(await rows.count(), imported);
    // The operator knows the number; the list shows it masked.
    await page.getByPlaceholder(/尾号 4 位/).fill('13700000099');
    await rows.nth(1).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /王/ }).click();
    await page.waitForURL(/\/people\/./);
    await page.getByText('上海', { exact: true }).waitFor();
    await page.getByRole('tab', { name: '授权' }).click();
    await page.getByText(evidence).waitFor();
  });

  await step(
    'makes a tag by a rule, in a category of its own, and sees whom it means',
    async () => {
      await go('/tags/new');
      await page.getByRole('button', { name: /^规则标签/ }).click();
      await page.getByLabel('取值 1：中文名称').fill('杭州会员');
      await condition('城市');
      const values = page.getByRole('combobox', { name: '选择或输入' });
      await values.click();
      await page.locator('.ant-select-item-option', { hasText: '杭州' }).click();
      await values.press('Escape');
      await page.getByRole('button', { name: /新建分类$/ }).click();
      await inDrawer('中文名称').fill('地域');
      await page.locator('.ant-drawer').getByRole('button', { name: '新建' }).click();
      await page.locator('.ant-drawer').waitFor({ state: 'detached' });
      await page.getByTitle('地域').first().waitFor();
      await page.getByLabel('中文名称', { exact: true }).fill('所在地');
      await press('保存标签');
      await page.waitForURL(/\/tags\/tag_/);
      await number('所在地：杭州会员', inHangzhou).waitFor();
    },
  );

  await step('makes a segment of the tag with its live count', async () => {
    await go('/segments/new');
    await condition('所在地');
    await page.getByRole('button', { name: new RegExp(`：${inHangzhou} 人$`) }).waitFor();
    const sms = page.getByRole('meter', { name: '短信' });
    assert.equal(await sms.getAttribute('value'), String(reachable));
    await page.getByLabel('名称', { exact: true }).fill('杭州会员人群');
    await press('保存人群包');
    await page.waitForURL(/\/segments\/seg_/);
    await number('杭州会员人群', inHangzhou).waitFor();
  });

  const segment = new URL(page.url()).pathname;

  await step('writes a template, is told its mistake and where, and publishes it', async () => {
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

  await step('makes a campaign on a segment and tries whom it would reach', async () => {
    await go(segment);
    await page.getByRole('button', { name: /发起活动/ }).click();
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
    await number('没有该渠道的联系方式', phoneless).waitFor();
  });

  await step('opens the people who are left out', async () => {
    await number('没有该渠道的联系方式', phoneless).click();
    const drawer = page.getByRole('dialog', { name: '没有该渠道的联系方式' });
    await drawer
      .locator('tbody tr.ant-table-row')
      .nth(phoneless - 1)
      .waitFor();
    assert.equal(await drawer.locator('tbody tr.ant-table-row').count(), phoneless);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  await step('starts it and sees everybody sent to', async () => {
    await page.getByRole('button', { name: /启动$/ }).click();
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '启动' }).click();
    await number('已发送', reachable).waitFor({ timeout: 60_000 });
  });

  const campaign = new URL(page.url()).pathname;

  await step(
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

  await step('finds the click in the report, and the person behind it', async () => {
    await go(campaign);
    await number('已点击', 1).click();
    const drawer = page.getByRole('dialog', { name: '已点击' });
    await drawer.locator('tbody tr.ant-table-row').first().waitFor();
    assert.equal(await drawer.locator('tbody tr.ant-table-row').count(), 1);
  });
});
