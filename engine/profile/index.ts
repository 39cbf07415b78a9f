export { fixedLimits, type RfmLimits, rfmScores } from './rfm.ts';
export {
  favouritePeople,
  lifecyclePeople,
  rfmFifths,
  rfmPeople,
  rfmSource,
  statisticalPeople,
} from './tag-people.ts';
export { tagSentence } from './tag-sentence.ts';
