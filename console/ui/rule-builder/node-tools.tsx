import { CloseOutlined, StopOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './rule-builder.module.css';

export interface NodeToolsProps {
  readonly negated: boolean;
  readonly onNegate: () => void;
  readonly onRemove: () => void;
}

/** What can be done with any condition or group: turn it round, take it away. */
export function NodeTools({ negated, onNegate, onRemove }: NodeToolsProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.tools}>
      <Tooltip title={t('rule:negate')}>
        <Button
          type="text"
          size="small"
          danger={negated}
          aria-pressed={negated}
          aria-label={t('rule:negate')}
          icon={<StopOutlined />}
          onClick={onNegate}
        />
      </Tooltip>
      <Button
        type="text"
        size="small"
        aria-label={t('rule:remove')}
        icon={<CloseOutlined />}
        onClick={onRemove}
      />
    </span>
  );
}
