import { CheckCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../ui/text.tsx';
import styles from './insight.module.css';

/** Up to when a board is true. */
export function DataAsOf({ at }: { readonly at: string | null }) {
  const { t } = useTranslation();
  return (
    <span className={styles.asOf}>
      <CheckCircleOutlined />
      {at === null ? (
        t('insight:asOf.nothing')
      ) : (
        <>
          {t('insight:asOf.label')} <TimeText at={at} />
        </>
      )}
    </span>
  );
}
