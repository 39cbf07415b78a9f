import { Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Names {
  readonly zh: string;
  readonly en: string;
}

export interface NamesInputProps {
  readonly names: Names;
  /** Which of the values, from 0. */
  readonly at: number;
  readonly onChange: (names: Names) => void;
}

/** A name in both languages. */
export function NamesInput({ names: { zh, en }, at, onChange }: NamesInputProps) {
  const { t } = useTranslation();
  return (
    <>
      <Input
        value={zh}
        maxLength={100}
        placeholder={t('tag:field.zh')}
        aria-label={t('tag:editor.valueName', { at: at + 1, name: t('tag:field.zh') })}
        onChange={(event) => onChange({ zh: event.target.value, en })}
      />
      <Input
        value={en}
        maxLength={100}
        placeholder={t('tag:field.en')}
        aria-label={t('tag:editor.valueName', { at: at + 1, name: t('tag:field.en') })}
        onChange={(event) => onChange({ zh, en: event.target.value })}
      />
    </>
  );
}
