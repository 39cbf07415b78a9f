export { guessDelimiter, isJsonLines } from './delimiter.ts';
export { createEventMapper } from './events.ts';
export {
  createGrouper,
  createRunIndex,
  type RowsOfDocument,
  type SplitNumbers,
  TooManyOpenDocuments,
} from './group-rows.ts';
export { createDocumentMapper } from './orders.ts';
export { createPeopleMapper } from './people.ts';
export { bindMapping, fieldOf, mappingFault, type Plan } from './plan.ts';
export type { ImportContext, Outcome, Row, RowFault } from './row.ts';
export { guessColumns, guessKind, suggestMapping } from './suggest.ts';
export { type ReadyTemplate, readyTemplates } from './templates.ts';
