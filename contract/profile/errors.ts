import { defineErrors } from '../kit/errors.ts';
import { personErrorEntries } from './person-errors.ts';
import { tagErrorEntries } from './tag-errors.ts';

export const profileErrors = defineErrors('profile', { ...personErrorEntries, ...tagErrorEntries });
