export { birthdayParts, isPersonalName, isPersonalProperty, mask } from './personal.ts';
