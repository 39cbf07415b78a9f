import { listVariables } from '@siyu/contract/content';
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { usedVariables } from './used-variables.ts';

/** The variables a text names, by their display names, with what a person without a value would read. */
export function VariableChips({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { data } = useQuery({ ...readOf(listVariables), staleTime: 600_000 });
  const used = usedVariables(text).flatMap(({ name, fallback }) => {
    const variable = data?.variables.find((each) => each.name === name);
    return variable ? [{ variable, fallback }] : [];
  });
  if (used.length === 0) return null;
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 10 }}>
      {used.map(({ variable, fallback }) => (
        <Tag
          key={variable.name}
          variant="filled"
          color={variable.optional && fallback === undefined ? 'warning' : 'default'}
          style={{ margin: 0 }}
        >
          {nameOf(variable)}
          {variable.optional && (
            <span style={{ color: 'var(--ink3)', marginInlineStart: 6 }}>
              {fallback === undefined
                ? t('content:variable.noFallback')
                : t('content:variable.else', { fallback })}
            </span>
          )}
        </Tag>
      ))}
    </div>
  );
}
