import { Type } from 'typebox';

/**
 * Every setting of the server: its place in `siyu.json` (the key), its environment variable, and its default. A setting without
 * a default may be absent. `secret` values are never printed.
 */
export const settings = {
  home: {
    env: 'SIYU_HOME',
    schema: Type.String({ minLength: 1 }),
    about: 'Folder of everything this installation stores',
  },
  host: {
    env: 'SIYU_HOST',
    schema: Type.String({ minLength: 1 }),
    default: '127.0.0.1',
    about: 'Address to listen on; 0.0.0.0 lets other machines in',
  },
  port: {
    env: 'SIYU_PORT',
    schema: Type.Integer({ minimum: 0, maximum: 65535 }),
    default: 7420,
    about: 'Port to listen on; 0 takes a free one',
  },
  publicUrl: {
    env: 'SIYU_PUBLIC_URL',
    schema: Type.String({ pattern: '^https?://[^/]+$' }),
    about:
      'Address under which browsers and members reach the server, e.g. https://siyu.example.com',
  },
  trustProxy: {
    env: 'SIYU_TRUST_PROXY',
    schema: Type.Boolean(),
    default: false,
    about: 'Take the caller’s address from X-Forwarded-For; only behind a proxy of one’s own',
  },
  postgresUrl: {
    env: 'SIYU_POSTGRES_URL',
    schema: Type.String({ pattern: '^postgres(ql)?://' }),
    about: 'An own PostgreSQL (16 or newer); the embedded one when absent',
    secret: true,
  },
  postgresPool: {
    env: 'SIYU_POSTGRES_POOL',
    schema: Type.Integer({ minimum: 4, maximum: 500 }),
    default: 20,
    about: 'Connections to PostgreSQL',
  },
  clickhouseUrl: {
    env: 'SIYU_CLICKHOUSE_URL',
    schema: Type.String({ pattern: '^https?://' }),
    about: 'An own ClickHouse; the embedded one when absent',
    secret: true,
  },
  clickhouseMemoryBytes: {
    env: 'SIYU_CLICKHOUSE_MEMORY_BYTES',
    schema: Type.Integer({ minimum: 256 * 1024 ** 2 }),
    about: 'Memory the embedded ClickHouse may use',
  },
  masterKey: {
    env: 'SIYU_MASTER_KEY',
    schema: Type.String({ minLength: 1 }),
    about: 'Key that protects all other keys; made and kept in the home folder when absent',
    secret: true,
  },
  data: {
    env: 'SIYU_DATA',
    schema: Type.String({ minLength: 1 }),
    about: 'Folder with the public data sets that the demo and the tests can import',
  },
  logLevel: {
    env: 'SIYU_LOG_LEVEL',
    schema: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {}),
    default: 'info',
    about: 'How much the log says',
  },
  requestSeconds: {
    env: 'SIYU_REQUEST_SECONDS',
    schema: Type.Integer({ minimum: 1, maximum: 600 }),
    default: 30,
    about: 'Longest time for one answer',
  },
  bodyBytes: {
    env: 'SIYU_BODY_BYTES',
    schema: Type.Integer({ minimum: 1024 }),
    default: 4 * 1024 ** 2,
    about: 'Largest JSON body; files have a limit of their own',
  },
  fileBytes: {
    env: 'SIYU_FILE_BYTES',
    schema: Type.Integer({ minimum: 1024 }),
    default: 4 * 1024 ** 3,
    about: 'Largest uploaded file',
  },
  inFlight: {
    env: 'SIYU_IN_FLIGHT',
    schema: Type.Integer({ minimum: 1 }),
    default: 512,
    about: 'Requests worked on at once; more are answered 429',
  },
  requestsPerMinute: {
    env: 'SIYU_REQUESTS_PER_MINUTE',
    schema: Type.Integer({ minimum: 1 }),
    default: 3_000,
    about: 'Requests of one address to the console’s interface in a minute',
  },
  loginsPerMinute: {
    env: 'SIYU_LOGINS_PER_MINUTE',
    schema: Type.Integer({ minimum: 1 }),
    default: 20,
    about: 'Attempts of one address to log in or set up in a minute',
  },
  trackingPerMinute: {
    env: 'SIYU_TRACKING_PER_MINUTE',
    schema: Type.Integer({ minimum: 1 }),
    default: 120_000,
    about: 'Requests of one address to the tracking interface in a minute',
  },
  sessionIdleMinutes: {
    env: 'SIYU_SESSION_IDLE_MINUTES',
    schema: Type.Integer({ minimum: 1 }),
    default: 120,
    about: 'A session ends after this time without use',
  },
  sessionHours: {
    env: 'SIYU_SESSION_HOURS',
    schema: Type.Integer({ minimum: 1 }),
    default: 12,
    about: 'A session ends this long after the login, used or not',
  },
} as const;

export type SettingName = keyof typeof settings;
