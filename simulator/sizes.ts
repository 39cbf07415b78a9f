/** How many people each size plays. `default` makes about 500,000 events in 180 days. */
export const sizes = { tiny: 300, small: 2_000, default: 20_000, large: 200_000 } as const;

export type Size = keyof typeof sizes;

export const isSize = (word: string): word is Size => Object.hasOwn(sizes, word);
