export { birthdayParts, isPersonalName, mask } from './personal.ts';
