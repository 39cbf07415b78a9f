import { type sourceKinds, sourceRoutes } from '@siyu/contract/collect';
import { createNode, createUser } from '@siyu/contract/org';
import { organisation, type Touchpoint, touchpointNames, touchpoints } from '@siyu/simulator';
import type { Client } from './client.ts';
import { demoUsers } from './content/people.ts';

const kinds: Readonly<Record<Touchpoint, (typeof sourceKinds)[number]>> = {
  mini_program: 'mini_program',
  app: 'app',
  tmall: 'shop',
  jd: 'shop',
  pos: 'pos',
  wecom: 'wecom',
  crm: 'file',
};

/** A source of the played brand in the platform. */
export interface DemoSource {
  readonly id: string;
  readonly writeKey: string;
}

/** Makes the tree below the root, the people who work in it, and a source for each touchpoint. */
export async function buildOrganisation(
  client: Client,
  password: string,
): Promise<Readonly<Record<Touchpoint, DemoSource>>> {
  for (const { parent, kind, code, zh, en, city } of organisation) {
    // The root was made at set-up; everything else hangs below it.
    if (parent === null || kind === 'group') continue;
    await client.call(createNode, {
      body: { parent, kind, code, nameZh: zh, nameEn: en, ...(city === undefined ? {} : { city }) },
    });
  }
  for (const user of demoUsers) await client.call(createUser, { body: { ...user, password } });
  const sources: Partial<Record<Touchpoint, DemoSource>> = {};
  for (const name of touchpointNames) {
    const { zh, org, channel } = touchpoints[name];
    sources[name] = await client.call(sourceRoutes.createSource, {
      body: { kind: kinds[name], channel, name: zh, node: org },
    });
  }
  return sources as Readonly<Record<Touchpoint, DemoSource>>;
}
