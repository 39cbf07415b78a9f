import { ControlOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns.ts';

export interface ColumnChooserProps<Item> {
  readonly columns: readonly Column<Item>[];
  readonly shown: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}

/** Which columns a list shows. */
export function ColumnChooser<Item>({ columns, shown, onChange }: ColumnChooserProps<Item>) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          style={{ display: 'grid', gap: 8 }}
          value={[...shown]}
          options={columns.map(({ key, title }) => ({ value: key, label: title }))}
          onChange={(keys) => keys.length > 0 && onChange(keys)}
        />
      }
    >
      <Button type="text" icon={<ControlOutlined />} aria-label={t('app:table.columns')} />
    </Popover>
  );
}
