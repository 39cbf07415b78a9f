import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { ProviderSettings } from '../provider.ts';

const timeoutMs = 20_000;

/** Connections to one SMTP server, opened when needed and used again for the next message. */
export interface Connections {
  /** Hands a logged-in connection to `use`; it is kept for the next message unless `use` rejects. */
  with<R>(use: (connection: SMTPConnection) => Promise<R>): Promise<R>;
  close(): void;
}

/**
 * Not nodemailer's own pool: that puts a message back into its queue when a connection breaks, also after the text has left, and so
 * sends it twice.
 */
export function openConnections(settings: ProviderSettings): Connections {
  const idle: SMTPConnection[] = [];
  return {
    with: async (use) => {
      const connection = idle.pop() ?? (await connect(settings));
      try {
        const result = await use(connection);
        idle.push(connection);
        return result;
      } catch (error) {
        connection.close();
        throw error;
      }
    },
    close: () => {
      for (const connection of idle) connection.quit();
    },
  };
}

async function connect({ values, secrets }: ProviderSettings): Promise<SMTPConnection> {
  const security = values.security ?? 'tls';
  const connection = new SMTPConnection({
    host: String(values.host),
    port: Number(values.port),
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    ...(values.certificate ? { tls: { ca: String(values.certificate) } } : {}),
  });
  try {
    await settled((done) => {
      connection.once('error', done);
      connection.connect(done);
    });
    if (values.user) {
      const credentials = { user: String(values.user), pass: secrets.password ?? '' };
      await settled((done) => connection.login({ credentials }, done));
    }
  } catch (error) {
    connection.close();
    throw error;
  }
  // From here on an error belongs to the message in flight, whose callback gets it too.
  connection.on('error', () => undefined);
  return connection;
}

/** A callback as a promise; only its first call counts. */
export function settled<R>(
  start: (done: (error?: Error | null, result?: R) => void) => void,
): Promise<R> {
  return new Promise((resolve, reject) => {
    start((error, result) => (error ? reject(error) : resolve(result as R)));
  });
}
