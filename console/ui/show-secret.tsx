import { App, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

export interface Secret {
  readonly title: string;
  readonly about: string;
  readonly secret: string;
}

/** Shows a key that can be read only now, with a way to copy it. */
export function useShowSecret(): (secret: Secret) => void {
  const { modal } = App.useApp();
  const { t } = useTranslation();
  return ({ title, about, secret }) => {
    modal.success({
      title,
      width: 520,
      okText: t('app:action.done'),
      content: (
        <div style={{ display: 'grid', gap: 12 }}>
          <span>{about}</span>
          <Typography.Paragraph
            copyable={{ text: secret }}
            style={{
              margin: 0,
              padding: '10px 14px',
              borderRadius: 8,
              background: 'var(--sunken)',
              fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
              overflowWrap: 'anywhere',
            }}
          >
            {secret}
          </Typography.Paragraph>
        </div>
      ),
    });
  };
}
