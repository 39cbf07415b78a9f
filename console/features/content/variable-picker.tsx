import { PlusOutlined } from '@ant-design/icons';
import { listVariables } from '@siyu/contract/content';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';

/** Puts a variable into the text, with a fallback where people may lack it. */
export function VariablePicker({ onPick }: { readonly onPick: (text: string) => void }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { data } = useQuery({ ...readOf(listVariables), staleTime: 600_000 });
  const written = (name: string, optional: boolean) =>
    optional ? `{{ ${name} | default: '${t('content:variable.fallback')}' }}` : `{{ ${name} }}`;
  const item = (variable: NonNullable<typeof data>['variables'][number]) => ({
    key: variable.name,
    label: (
      <span style={{ display: 'flex', justifyContent: 'space-between', gap: 32 }}>
        {nameOf(variable)}
        <span style={{ color: 'var(--ink3)' }}>{variable.sample}</span>
      </span>
    ),
    onClick: () => onPick(written(variable.name, variable.optional)),
  });
  const all = data?.variables ?? [];
  return (
    <span style={{ display: 'flex', gap: 8, marginTop: 8 }}>
      <Dropdown
        trigger={['click']}
        menu={{
          style: { maxHeight: 360, overflowY: 'auto' },
          items: [
            {
              type: 'group',
              label: t('content:variable.person'),
              children: all.filter((each) => !each.eventOnly).map(item),
            },
            {
              type: 'group',
              label: t('content:variable.event'),
              children: all.filter((each) => each.eventOnly).map(item),
            },
          ],
        }}
      >
        <Button size="small" icon={<PlusOutlined />}>
          {t('content:variable.insert')}
        </Button>
      </Dropdown>
    </span>
  );
}
