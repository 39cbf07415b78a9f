import { RocketOutlined } from '@ant-design/icons';
import type { Overview } from '@siyu/contract/insight';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { Go } from '../../ui/go.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';

/** What a new installation shows: what this board is for, and how it comes to life. */
export function FirstSteps({ todos }: { readonly todos: Overview['todos'] }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (
    <Panel>
      <EmptyState
        icon={<RocketOutlined />}
        title={t('insight:empty.title')}
        about={t('insight:empty.about')}
        step={
          <span style={{ display: 'flex', gap: 12, flexWrap: 'wrap', justifyContent: 'center' }}>
            {todos.map((todo, index) => (
              <Go key={todo.kind} to={todo.to}>
                <Button type={index === 0 ? 'primary' : 'default'}>{nameOf(todo.text)}</Button>
              </Go>
            ))}
          </span>
        }
      />
    </Panel>
  );
}
