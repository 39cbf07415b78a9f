import { BulbOutlined, GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { speak, useLocale } from '../../kit/language/index.ts';
import { useShade } from '../../kit/theme/index.ts';
import styles from './door.module.css';
import { Ring } from './ring.tsx';

export interface DoorProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

/** The front of the house: the story on one side, a form on the other. */
export function Door({ title, about, children }: DoorProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { shade, choose } = useShade();
  return (
    <div className={styles.door}>
      <section className={styles.story}>
        <Ring className={styles.ring} />
        <div className={styles.words}>
          <h2 className={styles.headline}>{t('session:story.headline')}</h2>
          <p className={styles.line}>{t('session:story.line')}</p>
        </div>
      </section>
      <section className={styles.side}>
        <div className={styles.tools}>
          <Button
            type="text"
            icon={<GlobalOutlined />}
            onClick={() => void speak(locale === 'zh-CN' ? 'en-US' : 'zh-CN')}
          >
            {locale === 'zh-CN' ? 'English' : '中文'}
          </Button>
          <Button
            type="text"
            icon={<BulbOutlined />}
            aria-label={t('app:user.shade')}
            onClick={() => choose(shade === 'dark' ? 'light' : 'dark')}
          />
        </div>
        <div className={styles.form}>
          <img src="/siyu.svg" alt="" className={styles.mark} />
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.about}>{about}</p>
          {children}
        </div>
      </section>
    </div>
  );
}
