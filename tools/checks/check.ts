/** One step of `npm run check`: its name, and a function that answers with what is wrong, ready to print; '' when all is well. */
export type Check = { name: string; run: () => Promise<string> };
