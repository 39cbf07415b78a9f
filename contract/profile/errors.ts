import { defineErrors } from '../kit/errors.ts';
import { tagErrorEntries } from './tag-errors.ts';

export const profileErrors = defineErrors('profile', { ...tagErrorEntries });
