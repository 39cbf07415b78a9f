import { changePassword } from '@siyu/contract/org';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';

interface Fields {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** Change one's own password; all other sessions end. */
export function PasswordDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const change = useWrite(changePassword, { done: t('app:password.done'), onDone: onClose });
  return (
    <Modal
      open={open}
      title={t('app:password.title')}
      okText={t('app:password.change')}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterClose={() => form.resetFields()}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ current, next }) => change.mutate({ body: { current, next } })}
      >
        <Form.Item name="current" label={t('app:password.current')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={t('app:password.next')}
          extra={t('app:password.rule')}
          rules={[{ required: true, min: 10, message: t('app:password.rule') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('app:password.again')}
          dependencies={['next']}
          rules={[
            { required: true, message: t('app:password.differs') },
            ({ getFieldValue }) => ({
              validator: async (_, value) => {
                if (value !== getFieldValue('next')) throw new Error(t('app:password.differs'));
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
