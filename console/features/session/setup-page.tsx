import type { BodyOf } from '@siyu/contract/kit';
import { setUp } from '@siyu/contract/org';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError, useWrite } from '../../kit/api/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { Door } from './door.tsx';
import { useEnter } from './use-enter.ts';

type Fields = Omit<BodyOf<typeof setUp>, 'locale'>;

const currencies = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'GBP', 'JPY', 'SGD'];
const timezones = Intl.supportedValuesOf('timeZone');

/** The first run: names the organisation and makes its administrator. */
export function SetupPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const enter = useEnter();
  const save = useWrite(setUp, { quiet: true, onDone: (me) => void enter(me) });
  const problem = save.error instanceof ProblemError ? save.error.problem : null;
  return (
    <Door title={t('session:setup.title')} about={t('session:setup.about')}>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        initialValues={{ timezone: 'Asia/Shanghai', currency: 'CNY' }}
        onFinish={(fields) => save.mutate({ body: { ...fields, locale } })}
      >
        {problem && (
          <Form.Item>
            <Alert type="error" showIcon title={problem.title} description={problem.mend} />
          </Form.Item>
        )}
        <Form.Item
          name="nameZh"
          label={t('session:field.organisation')}
          rules={[{ required: true, message: t('session:field.organisationMissing') }]}
        >
          <Input autoFocus placeholder={t('session:field.organisationHint')} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('session:field.organisationEn')}>
          <Input placeholder={t('session:field.optional')} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('session:field.name')}
          rules={[{ required: true, message: t('session:field.nameMissing') }]}
        >
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="login"
          label={t('session:field.login')}
          extra={t('session:field.loginRule')}
          rules={[
            {
              required: true,
              pattern: /^[A-Za-z0-9][A-Za-z0-9@._-]{1,63}$/,
              message: t('session:field.loginRule'),
            },
          ]}
        >
          <Input autoComplete="username" autoCapitalize="none" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('session:field.password')}
          extra={t('session:field.passwordRule')}
          rules={[{ required: true, min: 10, message: t('session:field.passwordRule') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="timezone" label={t('session:field.timezone')}>
          <Select showSearch options={timezones.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="currency" label={t('session:field.currency')}>
          <Select options={currencies.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={save.isPending}>
          {t('session:setup.go')}
        </Button>
      </Form>
    </Door>
  );
}
