import type { FilePreview } from '@siyu/contract/collect';
import { Table } from 'antd';

interface Line {
  readonly key: number;
  readonly cells: readonly string[];
}

/** The first rows of a file as they stand in it. */
export function PreviewTable({ preview }: { readonly preview: FilePreview }) {
  const lines: Line[] = preview.rows.slice(0, 20).map((cells, key) => ({ key, cells }));
  return (
    <Table<Line>
      dataSource={lines}
      pagination={false}
      size="small"
      scroll={{ x: 'max-content', y: 320 }}
      columns={preview.columns.map(({ column }, index) => ({
        key: column,
        title: column,
        ellipsis: true,
        width: 160,
        render: (_: unknown, line: Line) => line.cells[index],
      }))}
    />
  );
}
