import type { TLocalizedValidationError } from 'typebox/error';
import { problem, type SiyuError } from './problem.ts';

type Words = Readonly<{ zh: string; en: string }>;
type Params = Readonly<Record<string, unknown>>;

/** `platform.invalid_input` with the place (`body.items[3].price`) and what was expected there, from the deepest error. */
export function invalidInput(
  part: 'params' | 'query' | 'body',
  errors: readonly TLocalizedValidationError[],
): SiyuError {
  const error = mostTelling(errors);
  const missing = error?.keyword === 'required' ? error.params.requiredProperties[0] : undefined;
  const unknown =
    error?.keyword === 'additionalProperties' ? error.params.additionalProperties[0] : undefined;
  const field = missing ?? unknown;
  return problem('platform.invalid_input', {
    where: part + path(error?.instancePath ?? '') + (field ? `.${field}` : ''),
    found: found(error?.keyword),
    expected: error ? expected(error) : { zh: '有效内容', en: 'a valid value' },
  });
}

/** A union's branches fail one by one before the union itself: of them only what lies deeper than the union says more. */
function mostTelling(
  errors: readonly TLocalizedValidationError[],
): TLocalizedValidationError | undefined {
  const telling = errors.filter((error) => error.keyword !== 'boolean');
  const first = telling.find((error) => !telling.some((union) => isBranch(error, union)));
  if (!first || !isUnion(first)) return first ?? errors[0];
  const deeper = telling.find(
    (error) => isBranch(error, first) && error.instancePath.length > first.instancePath.length,
  );
  return deeper ?? first;
}

function isUnion(error: TLocalizedValidationError): boolean {
  return error.keyword === 'anyOf' || error.keyword === 'oneOf';
}

function isBranch(error: TLocalizedValidationError, union: TLocalizedValidationError): boolean {
  return isUnion(union) && error.schemaPath.startsWith(`${union.schemaPath}/${union.keyword}/`);
}

/** `/items/3/price` → `.items[3].price` */
function path(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('');
}

function found(keyword: string | undefined): Words {
  if (keyword === 'required') return { zh: '缺少该字段', en: 'the field is missing' };
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    return { zh: '没有这个字段', en: 'there is no such field' };
  }
  return { zh: '内容有误', en: 'the value does not fit' };
}

function expected(error: TLocalizedValidationError): Words {
  const params = error.params as Params;
  switch (error.keyword) {
    case 'required':
      return { zh: '必填', en: 'a value' };
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return { zh: '接口文档中列出的字段', en: 'one of the documented fields' };
    case 'type':
      return types[String(params.type)] ?? { zh: String(params.type), en: String(params.type) };
    case 'enum': {
      const values = (params.allowedValues as unknown[]).join(', ');
      return { zh: `以下之一：${values}`, en: `one of ${values}` };
    }
    case 'const':
      return { zh: String(params.allowedValue), en: String(params.allowedValue) };
    case 'minLength':
    case 'minItems':
      return { zh: `长度至少 ${params.limit}`, en: `a length of at least ${params.limit}` };
    case 'maxLength':
    case 'maxItems':
      return { zh: `长度至多 ${params.limit}`, en: `a length of at most ${params.limit}` };
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return {
        zh: `${params.comparison} ${params.limit}`,
        en: `${params.comparison} ${params.limit}`,
      };
    case 'format':
      return { zh: `${params.format} 格式`, en: `the format ${params.format}` };
    case 'pattern':
      return { zh: `符合 ${params.pattern}`, en: `a match of ${params.pattern}` };
    case 'anyOf':
    case 'oneOf':
      return { zh: '接口文档中列出的形式之一', en: 'one of the documented forms' };
    default:
      return { zh: error.message, en: error.message };
  }
}

const types: Readonly<Record<string, Words>> = {
  string: { zh: '文本', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '对象', en: 'an object' },
  array: { zh: '列表', en: 'a list' },
  null: { zh: 'null', en: 'null' },
};
