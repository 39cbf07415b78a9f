import type { Module } from '../../platform/http/index.ts';
import { endpoints } from './endpoints.ts';
import { registerContent } from './registers.ts';

export {
  type CompiledTemplate,
  compileTemplate,
  type RenderedText,
  type VariableValues,
} from './compile-template.ts';
export { createTemplate, type TemplateToCreate } from './create-template.ts';
export { personValues } from './person-values.ts';
export { publishTemplate } from './publish-template.ts';
export { templateInScope } from './show-template.ts';
export { templateByPublicId } from './store/template-by-public-id.ts';
export { templateNames } from './store/template-names.ts';
export type { TemplateRow } from './store/template-row.ts';
export { type StoredText, templateVersion } from './store/template-version.ts';
export { templatesById } from './store/templates-by-id.ts';

/** What we say: templates in versions, their variables, and how they read for a person. */
export const content: Module = { name: 'content', endpoints, register: registerContent };
