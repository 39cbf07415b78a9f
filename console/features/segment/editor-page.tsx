import { getSegment } from '@siyu/contract/segment';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { readOf } from '../../kit/api/index.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { SegmentEditor } from './segment-editor.tsx';

/** A new segment. */
export function NewSegmentPage() {
  return <SegmentEditor />;
}

/** The rule and rhythm of a segment. */
export function EditSegmentPage() {
  const { segment = '' } = useParams({ strict: false });
  const query = useQuery(readOf(getSegment, { params: { segment } }));
  return (
    <QueryView query={query}>
      {(view) => <SegmentEditor key={view.segment} existing={view} />}
    </QueryView>
  );
}
