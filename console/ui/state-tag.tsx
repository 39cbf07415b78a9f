import type { ReactNode } from 'react';
import styles from './state-tag.module.css';

export type Tone = 'good' | 'busy' | 'wait' | 'bad' | 'quiet';

/** The state of a thing: a dot and a word, never colour alone. */
export function StateTag({
  tone,
  children,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
}) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
