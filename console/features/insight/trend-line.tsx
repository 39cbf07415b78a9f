import styles from './insight.module.css';

const width = 200;
const height = 40;

/** The days of a figure as a line over the whole card; days without a basis are gaps. */
export function TrendLine({ values }: { readonly values: readonly (number | null)[] }) {
  const present = values.filter((value) => value !== null);
  if (present.length < 2) return <div className={styles.trend} />;
  const least = Math.min(...present);
  const span = Math.max(...present) - least || 1;
  const x = (index: number) => (index / Math.max(1, values.length - 1)) * width;
  const y = (value: number) => height - 3 - ((value - least) / span) * (height - 8);
  const runs = runsOf(values).map((run) =>
    run.map(([index, value]) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`),
  );
  return (
    <svg
      className={styles.trend}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {runs.map((points) => {
        const [first] = points;
        const last = points.at(-1);
        const at = (point = '0,0') => point.split(',')[0];
        return (
          <g key={first}>
            <polygon
              points={`${at(first)},${height} ${points.join(' ')} ${at(last)},${height}`}
              fill="var(--accent)"
              opacity="0.09"
            />
            <polyline
              points={points.join(' ')}
              fill="none"
              stroke="var(--accent)"
              strokeWidth="1.6"
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          </g>
        );
      })}
    </svg>
  );
}

/** Stretches without a gap. */
function runsOf(values: readonly (number | null)[]): readonly (readonly [number, number])[][] {
  const runs: [number, number][][] = [[]];
  for (const [index, value] of values.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push([index, value]);
  }
  return runs.filter((run) => run.length > 0);
}
