/** A variable that a text names, and what stands in where a person has no value for it. */
export interface UsedVariable {
  readonly name: string;
  readonly fallback: string | undefined;
}

/**
 * The variables of a template's text, each once, in the order of their first use.
 *
 * @example
 * usedVariables("{{ person.name | default: '朋友' }}") // [{ name: 'person.name', fallback: '朋友' }]
 */
export function usedVariables(text: string): readonly UsedVariable[] {
  const found = new Map<string, UsedVariable>();
  for (const [, name = '', filters = ''] of text.matchAll(output)) {
    if (found.has(name)) continue;
    found.set(name, { name, fallback: fallbackOf.exec(filters)?.[2] });
  }
  return [...found.values()];
}

const output = /\{\{-?\s*([A-Za-z_][\w.]*)([^}]*?)-?\}\}/g;
const fallbackOf = /\|\s*default:\s*(['"])(.*?)\1/;
