import type { Module } from '../../platform/http/index.ts';
import { registerTraits } from './register-traits.ts';
import { peopleEndpoints } from './routes/people.ts';
import { traitNameEndpoints } from './routes/trait-names.ts';

export { describePeople } from './people/describe-people.ts';
export { personInScope } from './people/person-in-scope.ts';
export { type TemplateData, templateData } from './people/template-data.ts';
export { defineTraits, type TraitType, traitType } from './traits/define-traits.ts';
export { recordTraits, type StatedTrait } from './traits/record-traits.ts';
export { traitSource } from './traits/sources.ts';
export { traitOfPeople } from './traits/trait-of-people.ts';
export { type TraitWords, traitWords } from './traits/trait-words.ts';

/** What is known about a person: traits with source and time, tags, and the 360° view. */
export const profile: Module = {
  name: 'profile',
  endpoints: [...peopleEndpoints, ...traitNameEndpoints],
  register: (platform) => {
    registerTraits(platform);
  },
};
