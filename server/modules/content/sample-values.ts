import { type TemplateVariable, templateVariables } from '@siyu/contract/content';
import type { VariableValues } from './compile-template.ts';

/** The sample person of the variable dictionary. */
export const sampleValues: VariableValues = Object.fromEntries(
  Object.entries(templateVariables).map(([name, entry]) => [
    name as TemplateVariable,
    entry.sample,
  ]),
);
