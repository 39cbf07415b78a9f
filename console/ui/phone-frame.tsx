import { type ChannelKind, channelKinds } from '@siyu/contract/content';
import { useNameOf } from '../kit/language/index.ts';
import styles from './phone-frame.module.css';
import { TimeText } from './text.tsx';

export interface PhoneFrameProps {
  readonly channel: ChannelKind;
  readonly format: 'text' | 'html';
  readonly subject: string;
  readonly body: string;
  readonly at?: string | undefined;
}

/** A message as it would look on the phone of the person who gets it. */
export function PhoneFrame({ channel, format, subject, body, at }: PhoneFrameProps) {
  const nameOf = useNameOf();
  return (
    <div className={styles.phone}>
      <div className={styles.top}>{nameOf(channelKinds[channel])}</div>
      <div className={styles.screen}>
        {format === 'html' ? (
          <div className={styles.mail}>
            <div className={styles.mailHead}>{subject}</div>
            {/* No scripts, no forms, no same origin: the mail is shown, never run. */}
            <iframe sandbox="" title={subject} srcDoc={body} />
          </div>
        ) : (
          <>
            {at && (
              <div className={styles.time}>
                <TimeText at={at} as="exact" />
              </div>
            )}
            <div className={styles.row}>
              <img src="/siyu.svg" alt="" className={styles.face} />
              <div className={styles.bubble}>
                {subject && <div className={styles.subject}>{subject}</div>}
                {body}
              </div>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
