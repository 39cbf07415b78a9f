import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { Fragment, type KeyboardEvent, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './command-palette.module.css';
import { type PaletteHit, usePaletteHits } from './use-palette-hits.tsx';

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** ⌘K: finds a screen, a person by any identifier, a segment; arrows and Enter. */
export function CommandPalette({ open, onClose }: CommandPaletteProps) {
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      destroyOnHidden
      width={600}
      style={{ top: 96 }}
      styles={{ container: { padding: 0, overflow: 'hidden' } }}
    >
      <Search onClose={onClose} />
    </Modal>
  );
}

function Search({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const hits = usePaletteHits(useDeferredValue(typed));
  const chosen = Math.min(at, hits.length - 1);

  const go = (hit: PaletteHit | undefined) => {
    if (hit === undefined) return;
    onClose();
    void navigate({ to: hit.to });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((chosen + step + hits.length) % Math.max(1, hits.length));
    } else if (event.key === 'Enter') {
      go(hits[chosen]);
    }
  };
  return (
    <>
      <div className={styles.input}>
        <Input
          autoFocus
          size="large"
          variant="borderless"
          prefix={<SearchOutlined />}
          placeholder={t('app:palette.placeholder')}
          aria-label={t('app:palette.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.list} role="listbox" aria-label={t('app:palette.results')}>
        {hits.length === 0 && <div className={styles.none}>{t('app:palette.none')}</div>}
        {hits.map((hit, index) => (
          <Fragment key={hit.key}>
            {hits[index - 1]?.group !== hit.group && (
              <div className={styles.group}>{hit.group}</div>
            )}
            <button
              type="button"
              role="option"
              aria-selected={index === chosen}
              className={styles.hit}
              onMouseMove={() => setAt(index)}
              onClick={() => go(hit)}
            >
              {hit.icon}
              {hit.label}
              {hit.detail && <span className={styles.detail}>{hit.detail}</span>}
            </button>
          </Fragment>
        ))}
      </div>
    </>
  );
}
