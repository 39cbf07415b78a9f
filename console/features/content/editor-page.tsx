import { readTemplate } from '@siyu/contract/content';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { readOf } from '../../kit/api/index.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { TemplateEditor } from './template-editor.tsx';

/** A new template. */
export function NewTemplatePage() {
  return <TemplateEditor />;
}

/** One template: its text, what is wrong with it, how a person would see it. */
export function TemplatePage() {
  const { template = '' } = useParams({ strict: false });
  const query = useQuery(readOf(readTemplate, { params: { template } }));
  return (
    <QueryView query={query}>
      {(found) => <TemplateEditor key={found.id} existing={found} />}
    </QueryView>
  );
}
