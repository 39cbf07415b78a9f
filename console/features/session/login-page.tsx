import { logIn } from '@siyu/contract/org';
import { useSearch } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError, useWrite } from '../../kit/api/index.ts';
import { Door } from './door.tsx';
import { useEnter } from './use-enter.ts';

/** Log in with name and password. */
export function LoginPage() {
  const { t } = useTranslation();
  const { from } = useSearch({ from: '/login' });
  const enter = useEnter();
  const login = useWrite(logIn, { quiet: true, onDone: (me) => void enter(me, from) });
  const problem = login.error instanceof ProblemError ? login.error.problem : null;
  return (
    <Door title={t('session:login.title')} about={t('session:login.about')}>
      <Form<{ login: string; password: string }>
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={(body) => login.mutate({ body })}
      >
        {problem && (
          <Form.Item>
            <Alert type="error" showIcon title={problem.title} description={problem.mend} />
          </Form.Item>
        )}
        <Form.Item
          name="login"
          label={t('session:field.login')}
          rules={[{ required: true, message: t('session:field.loginMissing') }]}
        >
          <Input autoFocus autoComplete="username" autoCapitalize="none" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('session:field.password')}
          rules={[{ required: true, message: t('session:field.passwordMissing') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={login.isPending}>
          {t('session:login.go')}
        </Button>
      </Form>
    </Door>
  );
}
