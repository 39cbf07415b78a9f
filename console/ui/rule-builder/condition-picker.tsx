import { PlusOutlined } from '@ant-design/icons';
import type { Leaf } from '@siyu/contract/segment';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './rule-builder.module.css';
import { useOffers } from './use-offers.ts';

/** Everything a condition can be about, searched by its name. */
export function ConditionPicker({ onPick }: { readonly onPick: (leaf: Leaf) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const groups = useOffers(words);
  const pick = (leaf: Leaf) => {
    setOpen(false);
    setWords('');
    onPick(leaf);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      content={
        <div className={styles.picker}>
          <Input
            autoFocus
            allowClear
            placeholder={t('rule:picker.search')}
            aria-label={t('rule:picker.search')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onPressEnter={() => {
              const first = groups[0]?.offers[0];
              if (first) pick(first.make());
            }}
          />
          <div className={styles.pickerList}>
            {groups.length === 0 && (
              <div className={styles.pickerGroup}>{t('rule:picker.none')}</div>
            )}
            {groups.map(({ name, offers }) => (
              <div key={name}>
                <div className={styles.pickerGroup}>{t(`rule:picker.${name}`)}</div>
                {offers.map((offer) => (
                  <button
                    key={offer.key}
                    type="button"
                    className={styles.pickerItem}
                    onClick={() => pick(offer.make())}
                  >
                    {offer.label}
                  </button>
                ))}
              </div>
            ))}
          </div>
        </div>
      }
    >
      <Button type="dashed" icon={<PlusOutlined />}>
        {t('rule:addCondition')}
      </Button>
    </Popover>
  );
}
