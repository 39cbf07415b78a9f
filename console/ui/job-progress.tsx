import { Progress } from 'antd';
import { CountText } from './text.tsx';

export interface JobProgressProps {
  readonly done: number;
  readonly total: number | null;
  readonly failed?: boolean;
}

/** How far a long job has come; without a total only what is done. */
export function JobProgress({ done, total, failed = false }: JobProgressProps) {
  const percent = total ? Math.min(100, (done / total) * 100) : 0;
  return (
    <div style={{ minWidth: 120 }}>
      <Progress
        percent={percent}
        size="small"
        showInfo={false}
        status={failed ? 'exception' : percent >= 100 ? 'success' : 'active'}
      />
      <div style={{ fontSize: 12, color: 'var(--ink3)' }}>
        <CountText value={done} />
        {total !== null && (
          <>
            {' / '}
            <CountText value={total} />
          </>
        )}
      </div>
    </div>
  );
}
