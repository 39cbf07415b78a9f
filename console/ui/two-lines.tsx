import type { ReactNode } from 'react';

export interface TwoLinesProps {
  readonly top: ReactNode;
  readonly below?: ReactNode;
  /** Pixels after which the second line is cut. */
  readonly width?: number;
}

/** A name with one quiet line below it. */
export function TwoLines({ top, below, width = 420 }: TwoLinesProps) {
  return (
    <div style={{ maxWidth: width, minWidth: 0 }}>
      <div style={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{top}</div>
      {below && (
        <div
          style={{
            fontSize: 13,
            lineHeight: '20px',
            fontWeight: 400,
            color: 'var(--ink3)',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {below}
        </div>
      )}
    </div>
  );
}
