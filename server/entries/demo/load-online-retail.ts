import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { listImportTemplates, saveImportTemplate, sourceRoutes } from '@siyu/contract/collect';
import { sumDocuments } from '@siyu/contract/commerce';
import { previewRule } from '@siyu/contract/segment';
import { EngineError } from '../../platform/engines/engine-error.ts';
import { type Client, everyItem } from './client.ts';
import type { Progress } from './progress.ts';
import { runImport } from './run-import.ts';

/** What the published set holds; see the figures in the README of the data folder. Money in pence. */
const published = {
  documents: 25_900,
  refunds: 3_836,
  refunded: -89_681_249,
  adjustments: 3,
  total: 974_774_793,
  people: 4_372,
} as const;

/** One month of the set. */
export interface OrderFile {
  readonly name: string;
  readonly content: Blob;
}

/** The set's files in the folder of the data sets; says where it looked when they are not there. */
export async function orderFiles(data: string): Promise<readonly OrderFile[]> {
  const folder = join(data, 'orders/online_retail');
  const names = await readdir(folder).catch(() => []);
  const months = names.filter((name) => name.endsWith('.csv.gz')).sort();
  if (months.length === 0) {
    throw new EngineError(
      `The Online Retail set is not in ${folder}. Name the folder of the data sets in SIYU_DATA.`,
    );
  }
  return Promise.all(
    months.map(async (name) => ({ name, content: await openAsBlob(join(folder, name)) })),
  );
}

/** Imports the complete UCI Online Retail set as an operator does, and holds the result against its published figures. */
export async function loadOnlineRetail(
  client: Client,
  progress: Progress,
  files: readonly OrderFile[],
): Promise<void> {
  const source = await client.call(sourceRoutes.createSource, {
    body: { kind: 'file', channel: 'online_shop', name: 'Online Retail', node: 'root' },
  });
  const mapping = await savedMapping(client);
  await runImport(client, progress, { name: 'Online Retail', source: source.id, mapping, files });
  await compare(client, progress);
}

/** The ready mapping for this set, kept under a name of its own so that the next file of the shop finds it. */
async function savedMapping(client: Client) {
  const templates = everyItem((cursor) =>
    client.call(listImportTemplates, { query: cursor === undefined ? {} : { cursor } }),
  );
  for await (const { id, mapping } of templates) {
    if (id !== 'online_retail') continue;
    await client.call(saveImportTemplate, { body: { name: 'Online Retail 订单文件', mapping } });
    return mapping;
  }
  throw new Error('The ready import template online_retail is missing.');
}

async function compare(client: Client, progress: Progress): Promise<void> {
  const { totals } = await client.call(sumDocuments, { query: {} });
  const of = (kind: string) => totals.find((row) => row.kind === kind && row.currency === 'GBP');
  const sum = (pick: (row: (typeof totals)[number]) => number): number =>
    totals.reduce((total, row) => total + pick(row), 0);
  const found = {
    documents: sum((row) => row.documents),
    refunds: of('refund')?.documents ?? 0,
    refunded: of('refund')?.amount ?? 0,
    adjustments: of('adjustment')?.documents ?? 0,
    total: sum((row) => row.amount),
    people: (await client.call(previewRule, { body: { rule: { kind: 'known' } } })).count.known,
  };
  for (const [name, wanted] of Object.entries(published)) {
    const has = found[name as keyof typeof published];
    const told = name === 'total' || name === 'refunded' ? pounds(has) : has.toLocaleString('en');
    progress.task(words[name as keyof typeof published]).done(told);
    if (has !== wanted) {
      throw new Error(`Online Retail: ${name} is ${has}, published is ${wanted}.`);
    }
  }
}

const words: Readonly<Record<keyof typeof published, string>> = {
  documents: '单据 Documents',
  refunds: '退款单 Refunds',
  refunded: '退款金额 Refunded',
  adjustments: '调整单 Adjustments',
  total: '合计 Total',
  people: '用户 People',
};

const pounds = (pence: number): string =>
  `${(pence / 100).toLocaleString('en', { minimumFractionDigits: 2 })} GBP`;
