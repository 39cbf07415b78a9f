import type { FilePreview, ImportFile, ImportKind, ImportMapping } from '@siyu/contract/collect';
import { previewImportFile, startImport } from '@siyu/contract/collect';
import { useNavigate } from '@tanstack/react-router';
import { Button, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { useNarrow } from '../../kit/use-narrow.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { CheckStep } from './check-step.tsx';
import { ConsentStep, isConsentProven } from './consent-step.tsx';
import { FileStep } from './file-step.tsx';
import { MappingStep } from './mapping-step.tsx';
import styles from './wizard.module.css';

/** Upload → mapping → consent → what it would become → start. */
export function ImportWizardPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const [step, setStep] = useState(0);
  const [file, setFile] = useState<ImportFile>();
  const [preview, setPreview] = useState<FilePreview>();
  const [mapping, setMapping] = useState<ImportMapping>();
  const [source, setSource] = useState<string>();
  const [name, setName] = useState('');
  const look = useWrite(previewImportFile, {
    onDone: (answer) => {
      setPreview(answer);
      setMapping(answer.mapping);
    },
  });
  const start = useWrite(startImport, {
    changes: ['collect.'],
    onDone: ({ id }) => void navigate({ to: `/imports/${id}` }),
  });
  const take = (uploaded: ImportFile) => {
    setFile(uploaded);
    setName(uploaded.name.replace(/\.(csv|jsonl?|txt)?(\.gz)?$/i, ''));
    look.mutate({ params: { file: uploaded.id }, body: {} });
  };
  const setKind = (kind: ImportKind) => {
    if (file) look.mutate({ params: { file: file.id }, body: { kind } });
  };

  const asksConsent = mapping?.kind === 'people';
  const steps = [
    { key: 'file', ready: file && preview && source && name.trim() !== '' },
    { key: 'mapping', ready: mapping && mapping.columns.length > 0 },
    ...(asksConsent ? [{ key: 'consent', ready: isConsentProven(mapping) }] : []),
    { key: 'check', ready: true },
  ];
  const current = steps[step]?.key;
  const body = file && mapping && { file, mapping };
  return (
    <>
      <PageHeader
        back={{ to: '/imports', label: t('app:nav.imports') }}
        title={t('import:wizard.title')}
        about={t('import:wizard.about')}
      />
      <Steps
        current={step}
        size="small"
        orientation={narrow ? 'vertical' : 'horizontal'}
        items={steps.map(({ key }) => ({ title: t(`import:step.${key}`) }))}
        style={{ marginBottom: 24, maxWidth: 880 }}
      />
      {current === 'file' && (
        <FileStep
          file={file}
          preview={preview}
          busy={look.isPending}
          source={source}
          name={name}
          onFile={take}
          onKind={setKind}
          onSource={setSource}
          onName={setName}
        />
      )}
      {current === 'mapping' && preview && mapping && (
        <MappingStep preview={preview} mapping={mapping} onChange={setMapping} />
      )}
      {current === 'consent' && mapping && <ConsentStep mapping={mapping} onChange={setMapping} />}
      {current === 'check' && body && <CheckStep file={body.file.id} mapping={body.mapping} />}
      <div className={styles.foot}>
        <Button disabled={step === 0} onClick={() => setStep(step - 1)}>
          {t('app:action.previous')}
        </Button>
        {current === 'check' ? (
          <Button
            type="primary"
            loading={start.isPending}
            onClick={() =>
              body &&
              source &&
              start.mutate({
                body: {
                  name: name.trim(),
                  source,
                  files: [{ file: body.file.id }],
                  mapping: body.mapping,
                },
              })
            }
          >
            {t('import:wizard.start')}
          </Button>
        ) : (
          <Button type="primary" disabled={!steps[step]?.ready} onClick={() => setStep(step + 1)}>
            {t('app:action.next')}
          </Button>
        )}
      </div>
    </>
  );
}
