import type { Platform } from '../../platform/platform.ts';

export function registerContent({ registries }: Platform): void {
  registries.auditActions.set('content.publish_template', {
    zh: '发布模板',
    en: 'Published a template',
  });
}
