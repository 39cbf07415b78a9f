import { App, Input } from 'antd';
import { useTranslation } from 'react-i18next';

export interface DangerQuestion {
  readonly title: string;
  /** What will happen and what cannot be undone. */
  readonly consequence: string;
  /** The name of the act, on the button. */
  readonly act: string;
  /** For what cannot be undone: the word to type first. */
  readonly word?: string;
  /** Weighty but not destructive: the button is not red. */
  readonly calm?: boolean;
  readonly onConfirm: () => Promise<unknown> | undefined;
}

/** Asks before something destructive, and says what it leads to. */
export function useConfirmDanger(): (question: DangerQuestion) => void {
  const { modal } = App.useApp();
  const { t } = useTranslation();
  return ({ title, consequence, act, word, calm = false, onConfirm }) => {
    const shown = modal.confirm({
      title,
      width: 480,
      okText: act,
      cancelText: t('app:action.cancel'),
      okButtonProps: { danger: !calm, disabled: word !== undefined },
      onOk: onConfirm,
      content: (
        <div style={{ display: 'grid', gap: 12 }}>
          <span>{consequence}</span>
          {word !== undefined && (
            <div style={{ display: 'grid', gap: 6 }}>
              {t('app:confirm.type', { word })}
              <Input
                aria-label={t('app:confirm.type', { word })}
                onChange={(event) =>
                  shown.update({
                    okButtonProps: { danger: !calm, disabled: event.target.value !== word },
                  })
                }
              />
            </div>
          )}
        </div>
      ),
    });
  };
}
