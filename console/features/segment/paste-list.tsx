import { identifierKinds } from '@siyu/contract/identity';
import { createFromIdentifiers } from '@siyu/contract/segment';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

interface Fields {
  readonly name: string;
  readonly identifier: keyof typeof identifierKinds;
  readonly list: string;
}

/** A segment from a pasted list of phones, emails or ids; says which rows found nobody. */
export function PasteList({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const navigate = useNavigate();
  const save = useWrite(createFromIdentifiers, { changes: ['segment.'] });
  const result = save.data;
  const kinds = Object.entries(identifierKinds);
  const close = () => {
    save.reset();
    onClose();
  };
  return (
    <FormDialog<Fields>
      open={open}
      title={t('segment:paste.title')}
      act={t('segment:paste.make')}
      busy={save.isPending}
      initial={{ identifier: 'phone' }}
      onClose={close}
      onSubmit={({ name, identifier, list }) =>
        save.mutate({ body: { name, identifier, values: linesOf(list) } })
      }
    >
      {result && (
        <Form.Item>
          <Alert
            type={result.unmatched.length === 0 ? 'success' : 'warning'}
            showIcon
            title={t('segment:paste.result', { rows: result.rows, people: result.people })}
            description={
              <>
                {result.unmatched.slice(0, 50).map(({ row, reason }) => (
                  <div key={row}>
                    {t('segment:paste.row', { row })} {t(`segment:paste.reason.${reason}`)}
                  </div>
                ))}
                {result.unmatched.length > 50 && (
                  <div>{t('segment:paste.rest', { count: result.unmatched.length - 50 })}</div>
                )}
              </>
            }
            action={
              <Button
                size="small"
                type="primary"
                onClick={() => void navigate({ to: `/segments/${result.segment.segment}` })}
              >
                {t('segment:paste.show')}
              </Button>
            }
          />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('segment:field.name')} rules={[{ required: true }]}>
        <Input placeholder={t('segment:paste.nameHint')} />
      </Form.Item>
      <Form.Item name="identifier" label={t('segment:paste.kind')} rules={[{ required: true }]}>
        <Select options={kinds.map(([value, kind]) => ({ value, label: nameOf(kind) }))} />
      </Form.Item>
      <Form.Item
        name="list"
        label={t('segment:paste.list')}
        extra={t('segment:paste.about')}
        rules={[{ required: true }]}
      >
        <Input.TextArea rows={12} placeholder={'13800000001\n13800000002'} />
      </Form.Item>
    </FormDialog>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n,，;；\t]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
