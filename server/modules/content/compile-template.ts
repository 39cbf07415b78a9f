import { type TemplateVariable, templateVariables } from '@siyu/contract/content';
import { trackedLinks } from '@siyu/engine/content';
import type { Template } from 'liquidjs';
import { LRUCache } from 'lru-cache';
import { liquids } from './liquid/create-liquid.ts';
import { linksInScope } from './liquid/link-tag.ts';

/** Values of a rendering by the names of the dictionary: `{ 'person.name': '王小雨' }`. */
export type VariableValues = Readonly<Partial<Record<TemplateVariable, string>>>;

export interface CompiledTemplate {
  readonly format: 'text' | 'html';
  /** Addresses whose clicks can be counted; link number n is `links[n - 1]`. */
  readonly links: readonly string[];
  readonly variables: readonly TemplateVariable[];
  /** Throws when a limit of time or memory is exceeded. `linkTo` gives the address to print for a link number. */
  render(values: VariableValues, linkTo?: (link: number) => string): RenderedText;
}

export interface RenderedText {
  readonly subject: string;
  readonly body: string;
  /** Variables without a value for this person. */
  readonly missing: readonly TemplateVariable[];
}

export interface TemplateText {
  readonly subject: string;
  readonly body: string;
  readonly format: 'text' | 'html';
}

const compiled = new LRUCache<string, CompiledTemplate>({ max: 200 });

/** Parses a template once; throws Liquid's error with the place when it cannot be parsed. */
export function compileTemplate(text: TemplateText): CompiledTemplate {
  const key = JSON.stringify([text.format, text.subject, text.body]);
  const known = compiled.get(key);
  if (known) return known;
  const template = compile(text);
  compiled.set(key, template);
  return template;
}

function compile({ subject, body, format }: TemplateText): CompiledTemplate {
  const linked = trackedLinks(body, format);
  // A subject is never HTML, so nothing in it is escaped.
  const subjectTemplate = liquids.text.parse(subject);
  const bodyTemplate = liquids[format].parse(linked.source);
  const variables = [
    ...new Set([...namesIn(subjectTemplate, 'text'), ...namesIn(bodyTemplate, format)]),
  ];
  return {
    format,
    links: linked.links,
    variables,
    render: (values, linkTo) => {
      const scope = {
        ...nested(values),
        [linksInScope]: new Map(
          linkTo ? linked.links.map((url, index) => [url, linkTo(index + 1)]) : [],
        ),
      };
      return {
        subject: String(liquids.text.renderSync(subjectTemplate, scope))
          .replace(/\s+/g, ' ')
          .trim(),
        body: String(liquids[format].renderSync(bodyTemplate, scope)),
        missing: variables.filter((name) => !values[name]),
      };
    },
  };
}

function namesIn(template: Template[], format: 'text' | 'html'): TemplateVariable[] {
  return liquids[format]
    .globalVariableSegmentsSync(template)
    .map((segments) => segments.join('.'))
    .filter((name): name is TemplateVariable => Object.hasOwn(templateVariables, name));
}

/** `{ 'person.name': 'A' }` → `{ person: { name: 'A' } }`; absent values stay absent, so `default` takes over. */
function nested(values: VariableValues): Record<string, unknown> {
  const scope: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '') continue;
    const [head = '', tail] = name.split('.');
    if (tail === undefined) scope[head] = value;
    else scope[head] = { ...(scope[head] as object | undefined), [tail]: value };
  }
  return scope;
}
