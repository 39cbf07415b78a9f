import {
  type ColumnUse,
  type FilePreview,
  type ImportMapping,
  listImportTemplates,
  saveImportTemplate,
} from '@siyu/contract/collect';
import { useInfiniteQuery } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf, useWrite } from '../../kit/api/index.ts';
import { formatShare } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { TargetSelect } from './target-select.tsx';
import { ValuesMap } from './values-map.tsx';
import styles from './wizard.module.css';

export interface MappingStepProps {
  readonly preview: FilePreview;
  readonly mapping: ImportMapping;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** What becomes of each column; suggestions are filled in, templates can be taken and kept. */
export function MappingStep({ preview, mapping, onChange }: MappingStepProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = useNameOf();
  const { modal } = App.useApp();
  const templates = useInfiniteQuery(pagesOf(listImportTemplates, { query: { limit: 200 } }));
  const save = useWrite(saveImportTemplate, {
    changes: ['collect.list_import_templates'],
    done: t('import:template.saved'),
  });
  const fitting = (templates.data?.pages.flatMap((page) => page.items) ?? []).filter(
    ({ id, mapping: own }) => preview.templates.includes(id) && own.kind === mapping.kind,
  );
  const uses = new Map(mapping.columns.map((use) => [use.column, use]));
  const set = (column: string, use: ColumnUse | null) => {
    const rest = mapping.columns.filter((each) => each.column !== column);
    const order = new Map(preview.columns.map((each, index) => [each.column, index]));
    const columns = (use ? [...rest, use] : rest).toSorted(
      (a, b) => (order.get(a.column) ?? 0) - (order.get(b.column) ?? 0),
    );
    onChange({ ...mapping, columns });
  };
  const keep = () => {
    let name = '';
    modal.confirm({
      title: t('import:template.save'),
      okText: t('app:action.save'),
      cancelText: t('app:action.cancel'),
      content: (
        <Input
          aria-label={t('import:template.name')}
          placeholder={t('import:template.name')}
          onChange={(event) => {
            name = event.target.value;
          }}
        />
      ),
      onOk: () => save.mutateAsync({ body: { name, mapping } }),
    });
  };
  return (
    <Panel
      flush
      title={t('import:mapping.title')}
      about={t('import:mapping.about', {
        used: mapping.columns.length,
        all: preview.columns.length,
      })}
      extra={
        <span style={{ display: 'flex', gap: 8 }}>
          {fitting.length > 0 && (
            <Select
              placeholder={t('import:template.take')}
              aria-label={t('import:template.take')}
              style={{ minWidth: 180 }}
              options={fitting.map((each) => ({ value: each.id, label: nameOf(each) }))}
              onChange={(id: string) => {
                const chosen = fitting.find((each) => each.id === id);
                if (chosen) onChange({ ...mapping, ...chosen.mapping });
              }}
            />
          )}
          <Button onClick={keep}>{t('import:template.save')}</Button>
        </span>
      }
    >
      <div className={styles.map}>
        <div className={styles.head}>{t('import:mapping.column')}</div>
        <div className={styles.head}>{t('import:mapping.samples')}</div>
        <div className={styles.head}>{t('import:mapping.becomes')}</div>
        {preview.columns.map((guess) => {
          const use = uses.get(guess.column);
          return [
            <div key={`${guess.column}:name`} className={styles.cell}>
              <span className={styles.column}>{guess.column}</span>
              <span className={styles.guess}>
                {t(`import:type.${guess.type}`)} ·{' '}
                {t('import:mapping.filled', { share: formatShare(guess.filled, locale) })}
              </span>
            </div>,
            <div key={`${guess.column}:samples`} className={styles.cell}>
              {guess.samples.map((sample) => (
                <span key={sample} className={styles.samples}>
                  {sample}
                </span>
              ))}
            </div>,
            <div key={`${guess.column}:use`} className={styles.cell}>
              <div className={styles.use}>
                <TargetSelect
                  kind={mapping.kind}
                  guess={guess}
                  use={use}
                  onChange={(next) => set(guess.column, next)}
                />
                {use && (
                  <ValuesMap
                    use={use}
                    samples={guess.samples}
                    onChange={(next) => set(guess.column, next)}
                  />
                )}
              </div>
            </div>,
          ];
        })}
      </div>
    </Panel>
  );
}
