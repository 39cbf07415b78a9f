import type { PersonView } from '@siyu/contract/profile';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { Panel } from '../../ui/panel.tsx';
import { Nothing, TimeText } from '../../ui/text.tsx';
import styles from './person.module.css';
import { PersonTags } from './person-tags.tsx';

/** Tags, identifiers, traits and places of a person. */
export function PersonSide({ view }: { readonly view: PersonView }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const names = useNames();
  return (
    <div className={styles.side}>
      <PersonTags person={view.person} />
      <Panel title={t('people:side.identifiers')} about={t('people:side.identifiersAbout')}>
        <dl className={styles.facts}>
          {view.identifiers.map((each) => (
            <div key={`${each.kind}:${each.value}:${each.since}`} className={styles.fact}>
              <dt>{nameOf({ nameZh: each.kindZh, nameEn: each.kindEn })}</dt>
              <dd>
                <Tooltip
                  title={
                    <>
                      {each.source} · <TimeText at={each.since} as="exact" />
                    </>
                  }
                >
                  <span>{each.value}</span>
                </Tooltip>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t('people:side.traits')}>
        {view.traits.length === 0 && <Nothing />}
        <dl className={styles.facts}>
          {view.traits.map((trait) => (
            <div key={trait.name} className={styles.fact}>
              <dt>{nameOf(trait)}</dt>
              <dd>
                <Tooltip
                  title={
                    <>
                      {trait.source} · <TimeText at={trait.at} as="exact" />
                    </>
                  }
                >
                  <span>{names.value(trait.name, trait.value)}</span>
                </Tooltip>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t('people:side.nodes')}>
        <div className={styles.tags}>
          {view.nodes.map((node) => (
            <span key={`${node.kind}:${node.nameZh}`} className={styles.tag}>
              {nameOf(node)}
            </span>
          ))}
        </div>
      </Panel>
    </div>
  );
}
