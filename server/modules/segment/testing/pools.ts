/** Values that test conditions and rows share, so that they often meet. Chosen to hurt: quotes, escapes, emoji, empty. */
export const texts = [
  '',
  'a',
  'ab',
  '上海',
  "it's",
  '\\',
  "\\'",
  '"',
  '%',
  '_',
  'a\nb',
  '\u0000',
  '😀',
  "') OR 1=1 --",
  '`',
  '{x}',
  '/* */',
] as const;

export const keys = ['colour', "ke'y", '尺寸', 'a.b', '\\'] as const;
export const eventNames = ['order_placed', 'order_refunded', 'page_viewed', "odd'name"] as const;
export const traitNames = ['city', 'score', 'vip', 'joined', 'likes', 'birthday_md'] as const;
export const tags = ['tag_a', 'tag_b'] as const;
export const tagValues = ['gold', 'silver', "o'k"] as const;
export const segments = ['seg_a', 'seg_b'] as const;
export const purposes = ['marketing', 'service'] as const;
export const channels = ['sms', 'email'] as const;
export const numbers = [-250, -1, 0, 0.25, 1, 2, 100, 250, 1000] as const;

/** group 1 → brands 2, 3 → stores 4, 5 below 2 and 6 below 3. */
const orgParents: Readonly<Record<number, number>> = { 2: 1, 3: 1, 4: 2, 5: 2, 6: 3 };
export const orgIds = [1, 2, 3, 4, 5, 6] as const;
export const orgCode = (id: number) => (id === 0 ? '' : `N${id}`);

/** A node and everything below it. */
export function orgsUnder(id: number): readonly number[] {
  return orgIds.filter((one) => {
    for (let at: number | undefined = one; at !== undefined; at = orgParents[at]) {
      if (at === id) return true;
    }
    return false;
  });
}

/** Moments around midnight and around the days on which London and New York change their clocks. */
export const moments = [
  { asOf: '2026-03-29T00:30:00.000Z', zone: 'Europe/London' },
  { asOf: '2026-03-29T23:30:00.000Z', zone: 'Europe/London' },
  { asOf: '2026-10-25T23:59:59.999Z', zone: 'Europe/London' },
  { asOf: '2026-03-09T03:59:00.000Z', zone: 'America/New_York' },
  { asOf: '2026-02-28T16:00:00.000Z', zone: 'Asia/Shanghai' },
  { asOf: '2026-12-31T15:59:59.999Z', zone: 'Asia/Shanghai' },
  { asOf: '2026-06-15T18:15:00.000Z', zone: 'Asia/Kathmandu' },
] as const;
