import type { Module } from '../../platform/http/index.ts';
import { registerTraits } from './register-traits.ts';
import { liveEventsEndpoint } from './routes/live-events.ts';
import { peopleEndpoints } from './routes/people.ts';
import { traitNameEndpoints } from './routes/trait-names.ts';
import { registerTags } from './tags/register-tags.ts';
import { tagEndpoints } from './tags/tag-endpoints.ts';

export { describePeople } from './people/describe-people.ts';
export { personInScope } from './people/person-in-scope.ts';
export { type TemplateData, templateData } from './people/template-data.ts';
export { ruleDictionary } from './rules/rule-dictionary.ts';
export { ruleMoment } from './rules/rule-moment.ts';
export { type RuleSources, ruleSources, type SegmentLookup } from './rules/rule-sources.ts';
export { channelWords, columnWords, propertyWords, purposeWords } from './rules/rule-words.ts';
export { manualTag, tagPeople } from './tags/assign-tag.ts';
export { computeAllTags } from './tags/compute-all-tags.ts';
export { computeTag } from './tags/compute-tag.ts';
export { createTag } from './tags/create-tag.ts';
export { type TagInForce, tagsInForce } from './tags/store/tags-in-force.ts';
export { tagMany } from './tags/tag-many.ts';
export { tagSource } from './tags/tag-source.ts';
export { tagsOfPerson } from './tags/tags-of-person.ts';
export { defineTraits, type TraitType, traitType } from './traits/define-traits.ts';
export { recordTraits, type StatedTrait } from './traits/record-traits.ts';
export { traitSource } from './traits/sources.ts';
export { traitOfPeople } from './traits/trait-of-people.ts';
export { type TraitWords, traitWords } from './traits/trait-words.ts';

/** What is known about a person: traits with source and time, tags, and the 360° view. */
export const profile: Module = {
  name: 'profile',
  endpoints: [liveEventsEndpoint, ...peopleEndpoints, ...traitNameEndpoints, ...tagEndpoints],
  register: (platform) => {
    registerTraits(platform);
    registerTags(platform);
  },
};
