import { type RowProblem, rowProblems } from '@siyu/contract/collect';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../kit/language/index.ts';
import type { Column } from '../../ui/columns.ts';
import { DataTable, type Rows } from '../../ui/data-table.tsx';

/** Rows that were not taken: where, why, and how to mend them. */
export function ProblemTable({ rows }: { readonly rows: Rows<RowProblem> }) {
  const { t } = useTranslation();
  const zh = useLocale() === 'zh-CN';
  const wordsOf = (problem: RowProblem) => {
    const known = Object.entries(rowProblems).find(([code]) => code === problem.code)?.[1];
    const fill = (text: string) =>
      text.replace('{column}', problem.column ?? '').replace('{value}', problem.value);
    return known
      ? { what: fill(zh ? known.zh : known.en), mend: zh ? known.mendZh : known.mendEn }
      : { what: problem.value, mend: '' };
  };
  const columns: readonly Column<RowProblem>[] = [
    { key: 'row', title: t('import:problem.row'), width: 96, render: ({ row }) => row },
    {
      key: 'what',
      title: t('import:problem.what'),
      phone: 'title',
      render: (problem) => wordsOf(problem).what,
    },
    {
      key: 'mend',
      title: t('import:problem.mend'),
      render: (problem) => <span style={{ color: 'var(--ink3)' }}>{wordsOf(problem).mend}</span>,
    },
  ];
  return (
    <DataTable
      bare
      name="row-problems"
      rows={rows}
      columns={columns}
      rowKey={(problem) => `${problem.file}:${problem.row}:${problem.column}:${problem.code}`}
    />
  );
}
