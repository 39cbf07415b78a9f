import { identifierKinds } from '@siyu/contract/identity';
import { personRoutes } from '@siyu/contract/profile';
import { Alert, Button, Form, Input, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import styles from './person.module.css';

export interface RevealProps {
  readonly person: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Contact data in the clear, after a reason; both are written into the audit log. */
export function Reveal({ person, open, onClose }: RevealProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const names = useNames();
  const reveal = useWrite(personRoutes.revealPerson);
  const close = () => {
    reveal.reset();
    onClose();
  };
  const kindOf = (kind: string) => {
    const known = Object.entries(identifierKinds).find(([name]) => name === kind)?.[1];
    return known ? nameOf(known) : kind;
  };
  return (
    <Modal
      open={open}
      title={t('people:reveal.title')}
      footer={null}
      onCancel={close}
      destroyOnHidden
    >
      {reveal.data ? (
        <dl className={styles.facts}>
          {reveal.data.identifiers.map(({ kind, value }) => (
            <div key={`${kind}:${value}`} className={styles.fact}>
              <dt>{kindOf(kind)}</dt>
              <dd>
                <Typography.Text copyable>{value}</Typography.Text>
              </dd>
            </div>
          ))}
          {Object.entries(reveal.data.traits).map(([name, value]) => (
            <div key={name} className={styles.fact}>
              <dt>{names.trait(name)}</dt>
              <dd>
                <Typography.Text copyable>{String(value)}</Typography.Text>
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <Form<{ reason: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={(body) => reveal.mutate({ params: { person }, body })}
        >
          <Alert
            type="info"
            showIcon
            title={t('people:reveal.logged')}
            style={{ marginBottom: 16 }}
          />
          <Form.Item
            name="reason"
            label={t('people:reveal.reason')}
            rules={[{ required: true, min: 2, message: t('people:reveal.reasonMissing') }]}
          >
            <Input autoFocus placeholder={t('people:reveal.reasonHint')} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={reveal.isPending}>
            {t('people:reveal.open')}
          </Button>
        </Form>
      )}
    </Modal>
  );
}
