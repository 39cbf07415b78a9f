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
  if (validator.Check(value)) return timeFaults(value as CommerceDocument);
  return validator.Errors(value).map(({ instancePath, message }) => ({
    path: instancePath,
    reason: message,
  }));
}

/** The pattern of an instant lets the 31st of February through. */
function timeFaults(document: CommerceDocument): DocumentFault[] {
  return Object.entries(document).flatMap(([key, value]) =>
    typeof value === 'string' && instantKeys.has(key) && Number.isNaN(Date.parse(value))
      ? [{ path: `/${key}`, reason: 'must be a date that exists' }]
      : [],
  );
}

const instantKeys: ReadonlySet<string> = new Set(
  Object.values(documentSchemas).flatMap((schema) =>
    Object.keys(schema.properties).filter((key) => key.endsWith('At') || key.endsWith('Until')),
  ),
);
