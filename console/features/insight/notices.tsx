import {
  BulbOutlined,
  CheckCircleFilled,
  ExclamationCircleFilled,
  RightOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { Overview } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { Go } from '../../ui/go.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './insight.module.css';

const marks = {
  problem: <ExclamationCircleFilled style={{ color: 'var(--danger)' }} />,
  warning: <WarningFilled style={{ color: 'var(--warning)' }} />,
  hint: <BulbOutlined style={{ color: 'var(--info)' }} />,
};

/** What deserves a look. */
export function Alerts({ alerts }: { readonly alerts: Overview['alerts'] }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (
    <Panel title={t('insight:alerts.title')} flush>
      {alerts.length === 0 ? (
        <AllWell text={t('insight:alerts.none')} />
      ) : (
        <ul className={styles.notices}>
          {alerts.map((alert) => (
            <li key={alert.text.zh}>
              <Go to={alert.to} className={styles.notice ?? ''}>
                {marks[alert.severity]}
                <span>{nameOf(alert.text)}</span>
                <RightOutlined className={styles.noticeGo} />
              </Go>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What waits for the reader. */
export function Todos({ todos }: { readonly todos: Overview['todos'] }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (
    <Panel title={t('insight:todos.title')} flush>
      {todos.length === 0 ? (
        <AllWell text={t('insight:todos.none')} />
      ) : (
        <ul className={styles.notices}>
          {todos.map((todo) => (
            <li key={todo.kind}>
              <Go to={todo.to} className={styles.notice ?? ''}>
                <span className={styles.tick} />
                <span>{nameOf(todo.text)}</span>
                <RightOutlined className={styles.noticeGo} />
              </Go>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function AllWell({ text }: { readonly text: string }) {
  return (
    <div className={styles.allWell}>
      <CheckCircleFilled style={{ color: 'var(--success)' }} /> {text}
    </div>
  );
}
