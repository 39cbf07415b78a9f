import { Button, Drawer, Form, type FormInstance } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

export interface FormDialogProps<Fields extends object> {
  readonly open: boolean;
  readonly title: string;
  /** The name of the act, on the button. */
  readonly act: string;
  readonly busy: boolean;
  readonly initial?: Partial<Fields> | undefined;
  readonly form?: FormInstance<Fields>;
  readonly onSubmit: (fields: Fields) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form that comes in from the side and leaves the list behind it in sight. */
export function FormDialog<Fields extends object>(props: FormDialogProps<Fields>) {
  const { t } = useTranslation();
  const [own] = Form.useForm<Fields>();
  const form = props.form ?? own;
  // Fields of the page behind may bear the same names; their labels must not reach in here.
  const name = useId();
  return (
    <Drawer
      open={props.open}
      title={props.title}
      onClose={props.onClose}
      size={440}
      destroyOnHidden
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, padding: '4px 0' }}>
          <Button onClick={props.onClose}>{t('app:action.cancel')}</Button>
          <Button type="primary" loading={props.busy} onClick={() => form.submit()}>
            {props.act}
          </Button>
        </div>
      }
    >
      <Form<Fields>
        form={form}
        name={name}
        layout="vertical"
        requiredMark="optional"
        preserve={false}
        {...(props.initial ? { initialValues: props.initial } : {})}
        onFinish={props.onSubmit}
      >
        {props.children}
      </Form>
    </Drawer>
  );
}
