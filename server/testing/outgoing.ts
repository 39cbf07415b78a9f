import { type InboxMessage, listInbox, readInboxMessage } from '@siyu/contract/channel';
import type { ConsentAct, Message } from '@siyu/contract/collect';
import type { ChannelKind, MessageCategory } from '@siyu/contract/content';
import type { IdentifierKind } from '@siyu/contract/identity';
import { sql } from 'kysely';
import { type Addressee, openSend, type SendOrder } from '../modules/channel/index.ts';
import { accept, createSource } from '../modules/collect/index.ts';
import { createTemplate, publishTemplate, templateInScope } from '../modules/content/index.ts';
import { rootNode } from '../modules/org/index.ts';
import { type Pipeline, startPipeline } from '../pipeline/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import { type TestApp, testApp } from './app.ts';

/** Somebody a message may be for. */
export interface PersonToMake {
  readonly identifiers: Readonly<Partial<Record<IdentifierKind, string>>>;
  readonly traits?: Readonly<Record<string, unknown>>;
  /** Channels for which marketing is granted. */
  readonly grants?: readonly ChannelKind[];
}

/** A server with its pipeline, and the makers that tests of sending need. */
export interface Outgoing {
  readonly app: TestApp;
  readonly pipeline: Pipeline;
  readonly rootId: number;
  /** Writes messages to the log under a source of the brand and waits until they are resolved. */
  say(...messages: Partial<Message>[]): Promise<void>;
  /** Makes people and returns their person ids in the same order. */
  people(people: readonly PersonToMake[]): Promise<number[]>;
  aTemplate(text: {
    readonly channel: ChannelKind;
    readonly category?: MessageCategory;
    readonly subject?: string;
    readonly body: string;
  }): Promise<{ readonly publicId: string; readonly templateId: number }>;
  /** An open send of a template (a plain SMS by default). */
  aSend(order?: Partial<SendOrder>): Promise<SendOrder & { readonly sendId: number }>;
  deliveries(sendId: number): Promise<readonly DeliveryRow[]>;
  /** What lies in the sandbox inbox for a campaign, oldest first. */
  inbox(campaign: string): Promise<readonly InboxMessage[]>;
  close(): Promise<void>;
}

export interface DeliveryRow {
  readonly delivery_id: number;
  readonly person_id: number;
  readonly state: string;
  readonly reason: string | null;
  readonly gate: string | null;
  readonly attempts: number;
  readonly due_at: Date;
  readonly contact_day: string | null;
  readonly error: string | null;
}

export const addressees = (personIds: readonly number[]): Addressee[] =>
  personIds.map((personId) => ({ personId, slot: 0n, isHeldOut: false }));

export async function outgoing(clock: Clock): Promise<Outgoing> {
  // The clock is moved by days: sessions must outlast it.
  const config = { sessionHours: 1_000_000, sessionIdleMinutes: 60_000_000 };
  const app = await testApp({ clock, config });
  const pipeline = await startPipeline(app.platform);
  const db = app.platform.postgres.db<unknown>();
  const rootId = (await rootNode(db))?.org_id as number;
  const { sourceId } = await createSource(
    db,
    { kind: 'site', channel: 'mini_program', name: '会员小程序', orgId: rootId },
    clock.now(),
  );
  let made = 0;
  const say: Outgoing['say'] = async (...messages) => {
    const stamped = messages.map((message) => ({
      messageId: `made-${++made}`,
      type: 'track' as const,
      time: clock.now().toISOString(),
      identifiers: [],
      ...message,
    }));
    await accept(app.platform, { sourceId, messages: stamped });
    await pipeline.idle();
  };
  const aTemplate: Outgoing['aTemplate'] = async ({
    category = 'marketing',
    subject = '',
    ...text
  }) => {
    const name = `模板 ${++made}`;
    const publicId = await createTemplate(
      app.platform,
      { name, category, subject, orgId: rootId, ...text },
      'test',
    );
    const scope = { rootId, everything: true, orgIds: [rootId] };
    const template = await templateInScope(db, scope, publicId);
    await publishTemplate(app.platform, template);
    return { publicId, templateId: template.templateId };
  };
  return {
    app,
    pipeline,
    rootId,
    say,
    aTemplate,
    people: async (people) => {
      const at = clock.now().toISOString();
      await say(
        ...people.map(
          ({ identifiers, traits, grants = [] }): Partial<Message> => ({
            type: 'identify',
            identifiers: Object.entries(identifiers).map(([kind, value]) => ({
              kind: kind as IdentifierKind,
              value,
            })),
            traits: traits ?? {},
            consents: grants.map(
              (channel): ConsentAct => ({
                purpose: 'marketing',
                channel,
                state: 'granted',
                at,
                evidence: { form: 'test' },
              }),
            ),
          }),
        ),
      );
      const { rows } = await sql<{ person_id: number }>`
        select person_id from identity.person where state = 'active' order by person_id desc limit ${people.length}`.execute(
        db,
      );
      return rows.map((row) => row.person_id).reverse();
    },
    aSend: async (order = {}) => {
      const templateId =
        order.templateId ??
        (
          await aTemplate({
            channel: order.channel ?? 'sms',
            body: '特惠 https://a.cn/x 退订 {{ unsubscribe_url }}',
          })
        ).templateId;
      const whole: SendOrder = {
        campaignId: ++made,
        campaignRef: `cmp_${made}`,
        title: `活动 ${made}`,
        orgId: rootId,
        brandId: rootId,
        channel: 'sms',
        category: 'marketing',
        templateVersion: 1,
        validHours: 24,
        ...order,
        templateId,
      };
      return { ...whole, sendId: await openSend(db, whole, clock.now()) };
    },
    deliveries: async (sendId) => {
      const { rows } = await sql<DeliveryRow>`
        select delivery_id, person_id, state, reason, gate, attempts, due_at, contact_day, error
        from channel.delivery where send_id = ${sendId} order by person_id, delivery_id`.execute(
        db,
      );
      return rows;
    },
    inbox: async (campaign) => {
      const { items } = await app.call(listInbox, { query: { campaign, limit: 200 } });
      const messages: InboxMessage[] = [];
      for (const { id } of items.reverse()) {
        messages.push(await app.call(readInboxMessage, { params: { delivery: id } }));
      }
      return messages;
    },
    close: async () => {
      await pipeline.close();
      await app.close();
    },
  };
}
