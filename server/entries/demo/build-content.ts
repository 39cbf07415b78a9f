import { setTimeout as sleep } from 'node:timers/promises';
import { createTemplate, publishTemplate } from '@siyu/contract/content';
import { createTag, createTagCategory, getTag } from '@siyu/contract/profile';
import { createSegment, getSegment } from '@siyu/contract/segment';
import type { Client } from './client.ts';
import { demoSegments } from './content/segments.ts';
import { tagCategories } from './content/tag-categories.ts';
import { demoTags } from './content/tags.ts';
import { demoTemplates } from './content/templates.ts';
import type { Progress } from './progress.ts';

const lookEveryMs = 100;

/** Makes the templates and puts them in force; resolves to their ids by the demo's keys. */
export async function buildTemplates(client: Client): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  for (const { key, ...template } of demoTemplates) {
    const { id } = await client.call(createTemplate, { body: template });
    await client.call(publishTemplate, { params: { template: id }, body: {} });
    ids[key] = id;
  }
  return ids;
}

/** Makes one of the demo's segments; it is counted in the background. */
async function startSegment(client: Client, wanted: string): Promise<string> {
  const found = demoSegments.find(({ key }) => key === wanted);
  if (!found) throw new Error(`The demo has no segment "${wanted}".`);
  const { key: _, ...body } = found;
  return (await client.call(createSegment, { body })).segment;
}

async function untilCounted(client: Client, segment: string): Promise<void> {
  for (;;) {
    const now = await client.call(getSegment, { params: { segment } });
    if (now.failure !== null) throw new Error(`The segment "${now.name}" failed: ${now.failure}`);
    if (now.version > 0 && now.running === null) return;
    await sleep(lookEveryMs);
  }
}

/** Makes one of the demo's segments and waits for its first count; resolves to its id. */
export async function buildSegment(client: Client, wanted: string): Promise<string> {
  const segment = await startSegment(client, wanted);
  await untilCounted(client, segment);
  return segment;
}

/** Makes all segments but those already there; resolves to the ids of all by key. */
export async function buildSegments(
  client: Client,
  progress: Progress,
  there: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = { ...there };
  const task = progress.task('人群包 Segments', demoSegments.length);
  for (const { key } of demoSegments) ids[key] ??= await startSegment(client, key);
  for (const { key } of demoSegments) {
    await untilCounted(client, ids[key] as string);
    task.step(1);
  }
  task.done(`${demoSegments.length}`);
  return ids;
}

/** Makes the category tree and the tags, and waits until each is computed. */
export async function buildTags(client: Client, progress: Progress): Promise<void> {
  const categories = new Map<string, string>();
  for (const { key, zh, en } of tagCategories) {
    const { category } = await client.call(createTagCategory, { body: { zh, en, parent: null } });
    categories.set(key, category);
  }
  const task = progress.task('标签 Tags', demoTags.length);
  const made: string[] = [];
  for (const { category, ...tag } of demoTags) {
    const body = {
      ...tag,
      category: categories.get(category) as string,
      refresh: 'daily' as const,
    };
    made.push((await client.call(createTag, { body })).tag);
  }
  for (const tag of made) {
    await untilComputed(client, tag);
    task.step(1);
  }
  task.done(`${demoTags.length}`);
}

async function untilComputed(client: Client, tag: string): Promise<void> {
  for (;;) {
    const now = await client.call(getTag, { params: { tag } });
    if (now.failure !== null) throw new Error(`The tag "${now.zh}" failed: ${now.failure}`);
    if (now.computedAt !== null && now.running === null) return;
    await sleep(lookEveryMs);
  }
}
