import { Liquid } from 'liquidjs';
import { LinkTag } from './link-tag.ts';

/** What a template must not do: read other templates, undo the escaping, or answer differently each time. */
const forbiddenTags = ['include', 'render', 'layout', 'block', 'liquid'];
const forbiddenFilters = ['raw', 'sample', 'hmac_sha256'];

/** Longest text that is parsed, longest time (ms) and memory (bytes) of one rendering. */
const limits = { parseLimit: 250_000, renderLimit: 200, memoryLimit: 5_000_000 };

function create(format: 'text' | 'html'): Liquid {
  const liquid = new Liquid({
    ...limits,
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    ...(format === 'html' ? { outputEscape: 'escape' as const } : {}),
  });
  for (const tag of forbiddenTags) delete liquid.tags[tag];
  for (const filter of forbiddenFilters) liquid.unregisterFilter(filter);
  liquid.registerTag('link', LinkTag);
  return liquid;
}

/** Liquid without files, with limits, unknown filters an error; in HTML every value is escaped. */
export const liquids = { text: create('text'), html: create('html') } as const;
