import { CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import type { TemplateProblem } from '@siyu/contract/content';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';

/** What is wrong with a text: where, what, and whether it keeps it from being published. */
export function ProblemList({ problems }: { readonly problems: readonly TemplateProblem[] }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (
    <ul style={{ display: 'grid', gap: 10, margin: 0, padding: 0, listStyle: 'none' }}>
      {problems.map((problem) => (
        <li
          key={`${problem.part}:${problem.line}:${problem.column}:${problem.code}`}
          style={{ display: 'flex', gap: 10, lineHeight: '22px' }}
        >
          <span
            style={{
              color: problem.severity === 'error' ? 'var(--danger)' : 'var(--warning)',
            }}
          >
            {problem.severity === 'error' ? <CloseCircleFilled /> : <ExclamationCircleFilled />}
          </span>
          <span>
            {nameOf(problem)}{' '}
            <span style={{ color: 'var(--ink3)' }}>
              {t(`content:field.${problem.part}`)}{' '}
              {t('content:place', { line: problem.line, column: problem.column })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
