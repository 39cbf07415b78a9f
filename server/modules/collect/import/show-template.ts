import type { ImportTemplate } from '@siyu/contract/collect';
import type { ReadyTemplate } from '@siyu/engine/import';
import type { TemplateRow } from './store/own-templates.ts';

/** People name their own templates in one language; both fields show it. */
export const showOwnTemplate = ({ public_id, name, mapping }: TemplateRow): ImportTemplate => ({
  id: public_id,
  nameZh: name,
  nameEn: name,
  ready: false,
  mapping,
});

export const showReadyTemplate = (template: ReadyTemplate): ImportTemplate => ({
  ...template,
  ready: true,
});
