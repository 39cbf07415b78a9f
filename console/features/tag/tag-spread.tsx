import type { ResponseOf } from '@siyu/contract/kit';
import { getTagDistribution, type TagView } from '@siyu/contract/profile';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { Grid, Stack } from '../../ui/layout.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PeopleNumber } from '../../ui/people/index.ts';
import { QueryView } from '../../ui/query-view.tsx';

type Value = ResponseOf<typeof getTagDistribution>['values'][number];

const scores = ['R', 'F', 'M'] as const;
const isScore = (value: Value) => /^[RFM]\d$/.test(value.value);

/** How the people spread over the values; an RFM tag shows its groups first and the three scores beside each other. */
export function TagSpread({ view }: { readonly view: TagView }) {
  const { t } = useTranslation();
  const read = readOf(getTagDistribution, { params: { tag: view.tag } });
  const spread = useQuery({
    ...read,
    // Each computation spreads the people anew.
    queryKey: [...read.queryKey, view.computedAt ?? 'never'],
  });
  const isRfm = view.definition.kind === 'rfm';
  return (
    <QueryView query={spread}>
      {({ values, everybody }) => (
        <Stack>
          <Panel title={t('tag:spread')} about={t('tag:spreadAbout')}>
            <Values
              view={view}
              values={isRfm ? values.filter((value) => !isScore(value)) : values}
              everybody={everybody}
            />
          </Panel>
          {isRfm && (
            <Grid least={280}>
              {scores.map((score) => (
                <Panel key={score} title={t(`tag:score.${score}`)}>
                  <Values
                    view={view}
                    values={values.filter(
                      (value) => isScore(value) && value.value.startsWith(score),
                    )}
                    everybody={everybody}
                  />
                </Panel>
              ))}
            </Grid>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

interface ValuesProps {
  readonly view: TagView;
  readonly values: readonly Value[];
  readonly everybody: number;
}

function Values({ view, values, everybody }: ValuesProps) {
  const nameOf = useNameOf();
  const names = useNames();
  const labelOf = (value: Value) =>
    value.zh === value.value ? names.value('channel', value.value) : nameOf(value);
  return values.map((value) => (
    <Meter key={value.value} label={labelOf(value)} value={value.people} of={everybody}>
      <PeopleNumber
        title={`${nameOf(view)}：${labelOf(value)}`}
        count={value.people}
        of={{ rule: { kind: 'tag', tag: view.tag, values: [value.value] } }}
      />
    </Meter>
  ));
}
