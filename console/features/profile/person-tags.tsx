import { PlusOutlined } from '@ant-design/icons';
import {
  assignPersonTag,
  listPersonTags,
  listTags,
  type PersonTag,
  unassignPersonTag,
} from '@siyu/contract/profile';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Cascader, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf, readOf, useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { useMay } from '../../kit/session/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Nothing } from '../../ui/text.tsx';
import styles from './person.module.css';

/** R5, F3…: the scores of an RFM tag come after its group. */
const isScore = /^[RFM]\d$/;

/** The tags of a person; manual ones can be given and taken. */
export function PersonTags({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const names = useNames();
  const may = useMay();
  const tags = useQuery({
    ...readOf(listPersonTags, { params: { person } }),
    enabled: may('tags.read'),
  });
  const change = { changes: ['profile.list_person_tags', 'profile.list_tags'] };
  const take = useWrite(unassignPersonTag, change);
  if (!may('tags.read')) return null;
  const wordsOf = ({ values }: PersonTag) =>
    [...values]
      .sort((a, b) => Number(isScore.test(a.value)) - Number(isScore.test(b.value)))
      .map((value) =>
        value.zh === value.value ? names.value('channel', value.value) : nameOf(value),
      );
  const isManual = (tag: PersonTag) => tag.kind === 'manual' && may('tags.edit');
  return (
    <Panel title={t('people:side.tags')} extra={may('tags.edit') && <GiveTag person={person} />}>
      <QueryView query={tags}>
        {({ items }) => (
          <div className={styles.tags}>
            {items.length === 0 && <Nothing />}
            {items.map((tag) => (
              <span key={tag.tag} className={styles.tag}>
                <span className={styles.tagName}>{nameOf(tag)}</span>
                {wordsOf(tag).join('、')}
                {isManual(tag) && (
                  <Button
                    type="text"
                    size="small"
                    aria-label={t('people:tag.take', { tag: nameOf(tag) })}
                    style={{ color: 'inherit', padding: 0, width: 18, height: 18 }}
                    onClick={() => take.mutate({ params: { person, tag: tag.tag } })}
                  >
                    ×
                  </Button>
                )}
              </span>
            ))}
          </div>
        )}
      </QueryView>
    </Panel>
  );
}

function GiveTag({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const tags = useInfiniteQuery(
    pagesOf(listTags, { query: { kind: 'manual', state: 'active', limit: 200 } }),
  );
  const give = useWrite(assignPersonTag, {
    changes: ['profile.list_person_tags', 'profile.list_tags'],
  });
  const options = (tags.data?.pages.flatMap((page) => page.items) ?? []).map((tag) => ({
    value: tag.tag,
    label: nameOf(tag),
    children: tag.values.map((value) => ({ value: value.value, label: nameOf(value) })),
  }));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Cascader
          options={options}
          placeholder={t('people:tag.choose')}
          notFoundContent={t('people:tag.none')}
          style={{ width: 240 }}
          onChange={([tag, value]) => {
            if (typeof tag === 'string' && typeof value === 'string') {
              give.mutate({ params: { person, tag }, body: { value } });
            }
          }}
        />
      }
    >
      <Button type="text" size="small" icon={<PlusOutlined />}>
        {t('people:tag.give')}
      </Button>
    </Popover>
  );
}
