import { Compile, type Validator } from 'typebox/compile';
import {
  type CommerceDocument,
  type DocumentKind,
  documentKinds,
  documentSchemas,
} from './document.ts';

/** What is wrong with a document and where: `path` is a JSON pointer into it. */
export interface DocumentFault {
  readonly path: string;
  readonly reason: string;
}

const validators = new Map<DocumentKind, Validator>();

function validatorOf(kind: DocumentKind): Validator {
  let validator = validators.get(kind);
  if (!validator) {
    validator = Compile(documentSchemas[kind]) as unknown as Validator;
    validators.set(kind, validator);
  }
  return validator;
}

/**
 * The faults of a value as an object of the commerce model; none means that it is a `CommerceDocument`.
 *
 * @example documentFaults({ kind: 'order' })[0] // { path: '', reason: 'must have required properties number, …' }
 */
export function documentFaults(value: unknown): readonly DocumentFault[] {
  if (typeof value !== 'object' || value === null)
    return [{ path: '', reason: 'must be an object' }];
  const kind = (value as { kind?: unknown }).kind as DocumentKind;
  if (!documentKinds.includes(kind)) {
    return [{ path: '/kind', reason: `must be one of ${documentKinds.join(', ')}` }];
  }
  const validator = validatorOf(kind);
  if (validator.Check(value)) {
    const document = value as CommerceDocument;
    return [
      ...timeFaults(document),
      ...(mayHoldUnstorable(document) ? textFaults(document, '') : []),
    ];
  }
  return validator.Errors(value).map(({ instancePath, message }) => ({
    path: instancePath,
    reason: message,
  }));
}

const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/** The pattern of an instant lets the 31st of February through, and the year 1 that stands for "never" in some systems. */
function timeFaults(document: CommerceDocument): DocumentFault[] {
  return Object.entries(document).flatMap(([key, value]) => {
    if (typeof value !== 'string' || !instantKeys.has(key)) return [];
    const at = Date.parse(value);
    if (at >= earliest && at < latest && dayExists(value)) return [];
    return [{ path: `/${key}`, reason: 'must be a date that exists, from 1990 to 2199' }];
  });
}

/** `Date.parse` takes the 30th of February for the 2nd of March. */
function dayExists(instant: string): boolean {
  const [year, month, day] = instant.slice(0, 10).split('-').map(Number) as [
    number,
    number,
    number,
  ];
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

const instantKeys: ReadonlySet<string> = new Set(
  Object.values(documentSchemas).flatMap((schema) =>
    Object.keys(schema.properties).filter((key) => key.endsWith('At') || key.endsWith('Until')),
  ),
);

/** What no database keeps as text: the null character and halves of surrogate pairs. */
const unstorable = /[\0\p{Surrogate}]/u;

/** JSON writes such characters as escapes, so one look at the whole document rules them out for almost every one. */
const mayHoldUnstorable = (document: CommerceDocument): boolean =>
  /\\u0000|\\ud[89a-f]/.test(JSON.stringify(document));

function textFaults(value: unknown, path: string): DocumentFault[] {
  if (typeof value === 'string') {
    return unstorable.test(value)
      ? [{ path, reason: 'must be well-formed text without null characters' }]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textFaults(inner, `${path}/${key}`));
}
