import { channelKindNames, channelKinds } from '@siyu/contract/content';
import { explainRule, previewRule, type Rule } from '@siyu/contract/segment';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { askOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { Meter } from '../../ui/meter.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PeopleNumber } from '../../ui/people/index.ts';
import { QueryView } from '../../ui/query-view.tsx';

const everybody: Rule = { kind: 'known' };

/** Whom an import has made reachable per channel, and why the rest are not: no address, or no consent. */
export function ImportReach() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const rule: Rule = {
    kind: 'or',
    of: channelKindNames.flatMap((channel): Rule[] => [
      { kind: 'identifier', identifier: channelKinds[channel].address },
      { kind: 'consent', purpose: 'marketing', channel },
    ]),
  };
  const preview = useQuery(askOf(previewRule, { body: { rule: everybody } }));
  const leaves = useQuery(askOf(explainRule, { body: { rule } }));
  return (
    <Panel title={t('import:reach.title')} about={t('import:reach.about')}>
      <QueryView query={preview}>
        {({ count, reachable }) =>
          channelKindNames.map((channel, index) => {
            const people = reachable.find((each) => each.channel === channel)?.people ?? 0;
            const withAddress = leaves.data?.leaves[index * 2]?.count.known;
            return (
              <div key={channel}>
                <Meter label={nameOf(channelKinds[channel])} value={people} of={count.known} />
                {withAddress !== undefined && (
                  <div style={{ fontSize: 12, color: 'var(--ink3)', paddingBottom: 4 }}>
                    {t('import:reach.noAddress')}{' '}
                    <PeopleNumber
                      title={t('import:reach.noAddress')}
                      count={count.known - withAddress}
                      of={{
                        rule: {
                          kind: 'and',
                          of: [
                            everybody,
                            {
                              kind: 'not',
                              of: { kind: 'identifier', identifier: channelKinds[channel].address },
                            },
                          ],
                        },
                      }}
                    />
                    {' · '}
                    {t('import:reach.noConsent')}{' '}
                    <PeopleNumber
                      title={t('import:reach.noConsent')}
                      count={Math.max(0, withAddress - people)}
                      of={{
                        rule: {
                          kind: 'and',
                          of: [
                            { kind: 'identifier', identifier: channelKinds[channel].address },
                            { kind: 'not', of: { kind: 'consent', purpose: 'marketing', channel } },
                          ],
                        },
                      }}
                    />
                  </div>
                )}
              </div>
            );
          })
        }
      </QueryView>
    </Panel>
  );
}
