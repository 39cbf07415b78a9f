import { codeOf } from '../engines/engine-error.ts';
import { problem, SiyuError } from './problem.ts';

/** What a thrown value means to the caller. Everything that nobody foresaw is `platform.internal`. */
export function errorToProblem(
  thrown: unknown,
  limits: {
    readonly requestSeconds: number;
    readonly contentType: string;
    readonly bodyLimit: number;
  },
): SiyuError {
  if (thrown instanceof SiyuError) return thrown;
  const code = codeOf(thrown) ?? '';
  if (thrown instanceof Error && thrown.name === 'ClickHouseError')
    return ofClickHouse(thrown, limits.requestSeconds);
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return problem('platform.too_large', { limit: limits.bodyLimit }, thrown);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return problem('platform.media_type', { type: limits.contentType || '?' }, thrown);
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return problem('platform.invalid_json', { reason: messageOfBody(thrown) }, thrown);
    case 'FST_ERR_HANDLER_TIMEOUT':
    case '57014':
      return problem('platform.timeout', { seconds: limits.requestSeconds }, thrown);
    default:
      if (code.startsWith('Z_')) {
        return problem('platform.invalid_json', { reason: messageOfBody(thrown) }, thrown);
      }
      if (isLostConnection(code)) return unavailable('PostgreSQL', thrown);
      return problem('platform.internal', {}, thrown);
  }
}

/** 159 and 160 are time limits; 209, 210 and 279 are networks; 202 and 241 are too much at once. */
function ofClickHouse(error: Error, seconds: number): SiyuError {
  const code = 'code' in error ? Number(error.code) : 0;
  if (code === 159 || code === 160) return problem('platform.timeout', { seconds }, error);
  if ([202, 209, 210, 241, 279].includes(code)) return unavailable('ClickHouse', error);
  return problem('platform.internal', {}, error);
}

function unavailable(engine: string, cause: unknown): SiyuError {
  const reason = { zh: `${engine} 没有响应`, en: `${engine} does not answer` };
  return problem('platform.unavailable', { reason }, cause);
}

/** Classes 08 (connection) and 53 (resources), 57P (shut down), serialisation failures and dead sockets may pass. */
function isLostConnection(code: string): boolean {
  return (
    /^(08|53|57P)/.test(code) ||
    ['40001', '40P01', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code)
  );
}

/** The parser's words without the piece of the body that some engines quote: it may be somebody's data. */
function messageOfBody(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message.replace(/,? ?(\.\.\.)?".*$/s, '') : '';
}
