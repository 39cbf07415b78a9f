/** Deliveries and suppressions are many, so their public id is their number: `dlv_2s` for 100. */
export const deliveryIdOf = (number: number): string => `dlv_${number.toString(36)}`;
export const suppressionIdOf = (number: number): string => `sup_${number.toString(36)}`;

/** The number of a public id; NaN when it is none. */
export const numberOf = (publicId: string): number => {
  const number = Number.parseInt(publicId.slice(4), 36);
  return Number.isSafeInteger(number) ? number : Number.NaN;
};
