const files = import.meta.glob<object>('./en-US/*.json', { eager: true, import: 'default' });

/** Namespace → its sentences. */
export const sentences: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(files).map(([path, tree]) => [path.replace(/^.*\/|\.json$/g, ''), tree]),
);
