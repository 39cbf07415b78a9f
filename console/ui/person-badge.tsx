import { UserOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import styles from './person-badge.module.css';

export interface PersonBadgeProps {
  readonly name: string;
  readonly detail?: ReactNode;
  readonly size?: 'small' | 'large';
}

/** A face made of a name's first letter, the name, and one more line. */
export function PersonBadge({ name, detail, size = 'small' }: PersonBadgeProps) {
  return (
    <span className={`${styles.badge} ${size === 'large' ? styles.large : ''}`}>
      <span className={styles.face} data-hue={hueOf(name)} aria-hidden="true">
        {/^\p{L}/u.test(name) ? Array.from(name)[0]?.toUpperCase() : <UserOutlined />}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
    </span>
  );
}

/** One of six quiet hues, always the same for a name. */
function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return sum % 6;
}
