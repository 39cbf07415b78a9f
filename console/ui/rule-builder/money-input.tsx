import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { minorDigits } from '../../kit/format/index.ts';
import { useMe } from '../../kit/session/index.ts';

export interface MoneyInputProps {
  /** Minor units of the organisation's currency. */
  readonly value: number;
  readonly onChange: (minor: number) => void;
}

/** An amount, typed in major units and kept in minor ones. */
export function MoneyInput({ value, onChange }: MoneyInputProps) {
  const { t } = useTranslation();
  const { currency } = useMe().organisation;
  const digits = minorDigits(currency);
  const factor = 10 ** digits;
  return (
    <InputNumber
      value={value / factor}
      precision={digits}
      aria-label={t('rule:value')}
      suffix={currency}
      style={{ width: 150 }}
      onChange={(next) => onChange(Math.round((next ?? 0) * factor))}
    />
  );
}
