import { Tooltip } from 'antd';
import { useNames } from '../kit/names.ts';
import styles from './property-chips.module.css';

export interface PropertyChipsProps {
  readonly properties: Readonly<Record<string, unknown>>;
  /** How many are shown before the rest goes into the hover. */
  readonly most?: number;
}

/** Properties of an event with their display names. */
export function PropertyChips({ properties, most = 3 }: PropertyChipsProps) {
  const names = useNames();
  const all = Object.entries(properties).filter(
    ([name, value]) => value !== '' && value !== null && name !== 'currency',
  );
  const line = ([name, value]: readonly [string, unknown]) =>
    `${names.property(name)}：${names.value(name, value)}`;
  const rest = all.slice(most);
  return (
    <span className={styles.chips}>
      {all.slice(0, most).map(([name, value]) => (
        <span key={name} className={styles.chip}>
          <span className={styles.name}>{names.property(name)}</span> {names.value(name, value)}
        </span>
      ))}
      {rest.length > 0 && (
        <Tooltip title={rest.map((each) => <div key={each[0]}>{line(each)}</div>)}>
          <span className={styles.chip}>+{rest.length}</span>
        </Tooltip>
      )}
    </span>
  );
}
