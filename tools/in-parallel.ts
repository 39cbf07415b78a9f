/**
 * Calls `work` for every item, at most `width` at a time, and returns the answers in the items' order.
 *
 * @example await inParallel([1, 2, 3], 2, async (n) => n * 10) // [10, 20, 30]
 */
export async function inParallel<Item, Answer>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) answers[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return answers;
}
