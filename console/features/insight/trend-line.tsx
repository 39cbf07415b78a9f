import styles from './insight.module.css';

const width = 200;
const height = 40;

/** The days of a figure as a line over the whole card; days without a basis are passed over. */
export function TrendLine({ values }: { readonly values: readonly (number | null)[] }) {
  const present = [...values.entries()].flatMap(([index, value]) =>
    value === null ? [] : [[index, value] as const],
  );
  if (present.length < 2) return <div className={styles.trend} />;
  const least = Math.min(...present.map(([, value]) => value));
  const span = Math.max(...present.map(([, value]) => value)) - least || 1;
  const last = Math.max(1, values.length - 1);
  const points = present.map(([index, value]) => {
    const y = height - 3 - ((value - least) / span) * (height - 8);
    return [((index / last) * width).toFixed(1), y.toFixed(1)] as const;
  });
  const line = points.map((point) => point.join(',')).join(' ');
  return (
    <svg
      className={styles.trend}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <polygon
        points={`${points[0]?.[0]},${height} ${line} ${points.at(-1)?.[0]},${height}`}
        fill="var(--accent)"
        opacity="0.09"
      />
      <polyline
        points={line}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.6"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
