import { type ImportMapping, type RowProblem, tryImport } from '@siyu/contract/collect';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { askOf } from '../../kit/api/index.ts';
import { Grid, Stack } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StatCard } from '../../ui/stat-card.tsx';
import { CountText } from '../../ui/text.tsx';
import { ProblemTable } from './problem-table.tsx';

export interface CheckStepProps {
  readonly file: string;
  readonly mapping: ImportMapping;
}

const figures = ['people', 'orders', 'refunds', 'adjustments', 'events'] as const;

/** What the first thousand rows would become, before anything is written. */
export function CheckStep({ file, mapping }: CheckStepProps) {
  const { t } = useTranslation();
  const trial = useQuery({ ...askOf(tryImport, { body: { file, mapping } }), retry: false });
  return (
    <QueryView query={trial}>
      {(result) => (
        <Stack>
          <Alert
            type={result.problems.length === 0 ? 'success' : 'warning'}
            showIcon
            title={
              result.problems.length === 0
                ? t('import:check.good', { rows: result.rows })
                : t('import:check.problems', {
                    rows: result.rows,
                    count: result.problems.length,
                  })
            }
            description={t('import:check.about')}
          />
          <Grid least={160}>
            {figures
              .filter((figure) => result[figure] > 0)
              .map((figure) => (
                <StatCard
                  key={figure}
                  label={t(`import:figure.${figure}`)}
                  value={<CountText value={result[figure]} />}
                />
              ))}
          </Grid>
          {result.problems.length > 0 && (
            <Panel flush title={t('import:check.table')}>
              <ProblemTable
                rows={{
                  data: { pages: [{ items: result.problems as readonly RowProblem[] }] },
                  isError: false,
                  error: null,
                }}
              />
            </Panel>
          )}
        </Stack>
      )}
    </QueryView>
  );
}
