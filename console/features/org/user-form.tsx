import {
  changeUser,
  createUser,
  type NewUser,
  roles,
  type User,
  type UserChange,
} from '@siyu/contract/org';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { OrgSelect } from '../../ui/org-select.tsx';

export interface UserFormProps {
  readonly target: User | 'new' | undefined;
  readonly onClose: () => void;
}

/** Adds a user, or changes role, scope and password of one. */
export function UserForm({ target, onClose }: UserFormProps) {
  const { t } = useTranslation();
  const ask = useConfirmDanger();
  const done = { changes: ['org.'], onDone: onClose };
  const create = useWrite(createUser, { ...done, done: t('org:users.added') });
  const change = useWrite(changeUser, { ...done, done: t('org:users.changed') });
  const user = target === 'new' ? undefined : target;

  const write = (body: UserChange) =>
    change.mutateAsync({ params: { user: user?.id ?? '' }, body });
  const submit = (fields: NewUser) => {
    if (user === undefined) {
      create.mutate({ body: fields });
      return;
    }
    const { name, role, org, password } = fields;
    void write({ name, role, org, ...(password ? { password } : {}) }).catch(() => undefined);
  };
  return (
    <FormDialog<NewUser>
      key={user?.id ?? 'new'}
      open={target !== undefined}
      title={user ? t('org:users.editTitle') : t('org:users.add')}
      act={user ? t('app:action.save') : t('org:users.add')}
      busy={create.isPending || change.isPending}
      initial={user ?? { role: 'operator' }}
      onSubmit={submit}
      onClose={onClose}
    >
      {user?.lockedUntil && (
        <Form.Item>
          <Alert
            type="warning"
            showIcon
            title={t('org:users.lockedAbout')}
            action={
              <Button size="small" onClick={() => void write({ unlock: true })}>
                {t('org:users.unlock')}
              </Button>
            }
          />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('org:field.person')} rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      {!user && (
        <Form.Item
          name="login"
          label={t('session:field.login')}
          rules={[
            {
              required: true,
              pattern: /^[A-Za-z0-9][A-Za-z0-9@._-]{1,63}$/,
              message: t('session:field.loginRule'),
            },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="role" label={t('org:field.role')} rules={[{ required: true }]}>
        <Select
          options={roles.map((value) => ({
            value,
            label: t(`app:role.${value}`),
            about: t(`org:roleAbout.${value}`),
          }))}
          optionRender={({ data }) => (
            <div>
              <div>{data.label}</div>
              <div style={{ fontSize: 12, color: 'var(--ink3)', whiteSpace: 'normal' }}>
                {data.about}
              </div>
            </div>
          )}
        />
      </Form.Item>
      <Form.Item
        name="org"
        label={t('org:field.scope')}
        extra={t('org:users.scopeAbout')}
        rules={[{ required: true }]}
      >
        <OrgSelect />
      </Form.Item>
      <Form.Item
        name="password"
        label={user ? t('org:users.newPassword') : t('session:field.password')}
        extra={t('session:field.passwordRule')}
        rules={[{ required: !user, min: 10, message: t('session:field.passwordRule') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {user &&
        (user.disabledAt ? (
          <Button onClick={() => void write({ disabled: false })}>{t('org:users.enable')}</Button>
        ) : (
          <Button
            danger
            onClick={() =>
              ask({
                title: t('org:users.disableTitle', { name: user.name }),
                consequence: t('org:users.disableConsequence'),
                act: t('org:users.disable'),
                onConfirm: () => write({ disabled: true }),
              })
            }
          >
            {t('org:users.disable')}
          </Button>
        ))}
    </FormDialog>
  );
}
