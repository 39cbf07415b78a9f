import { contactLists, metrics, type PeopleQuestion } from '@siyu/contract/insight';

/** Where a saved list of people comes from, for those who find it later. */
export function sentenceOfPeople(question: PeopleQuestion): { zh: string; en: string } {
  switch (question.behind) {
    case 'metric': {
      const { name } = metrics[question.metric];
      return { zh: `指标“${name.zh}”背后的用户`, en: `The people behind “${name.en}”` };
    }
    case 'contacts': {
      const name = contactLists[question.list];
      return { zh: `联系名单“${name.zh}”`, en: `Contact list “${name.en}”` };
    }
    case 'events':
      return { zh: '事件分析中选取的用户', en: 'People chosen in an event analysis' };
    case 'funnel':
      return question.lost
        ? {
            zh: `漏斗第 ${question.step} 步后流失的用户`,
            en: `People lost after step ${question.step} of a funnel`,
          }
        : {
            zh: `到达漏斗第 ${question.step} 步的用户`,
            en: `People who reached step ${question.step} of a funnel`,
          };
  }
}
