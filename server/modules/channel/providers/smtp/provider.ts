import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { plainText } from '@siyu/engine/content';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Answer, OutgoingMessage, Provider, ProviderSettings } from '../provider.ts';
import { type Connections, openConnections, settled } from './connections.ts';
import { readSmtpError } from './read-answer.ts';

/** Email through any SMTP server. It knows no idempotency: an attempt that breaks off after the text leaves the outcome unknown. */
export const smtp: Provider = {
  name: 'smtp',
  zh: 'SMTP 邮件服务器',
  en: 'SMTP server',
  sandbox: false,
  channels: ['email'],
  ratePerSecond: 10,
  isIdempotent: false,
  concurrency: 5,
  fields: [
    { name: 'host', zh: '服务器', en: 'Server', type: 'text', required: true },
    { name: 'port', zh: '端口', en: 'Port', type: 'number', required: true, default: 465 },
    {
      name: 'security',
      zh: '加密方式',
      en: 'Security',
      type: 'choice',
      required: true,
      choices: ['tls', 'starttls', 'none'],
      default: 'tls',
    },
    { name: 'user', zh: '账号', en: 'User', type: 'text', required: false },
    { name: 'password', zh: '密码', en: 'Password', type: 'secret', required: false },
    { name: 'from', zh: '发件人', en: 'From', type: 'text', required: true },
    { name: 'replyTo', zh: '回复地址', en: 'Reply to', type: 'text', required: false },
    {
      name: 'certificate',
      zh: '自签证书（PEM）',
      en: 'Own certificate authority (PEM)',
      type: 'text',
      required: false,
    },
  ],
  open: (settings) => {
    const connections = openConnections(settings);
    return {
      send: (message) => send(connections, settings, message),
      probe: () => connections.with(async () => 'ok'),
      close: () => connections.close(),
    };
  },
};

async function send(
  connections: Connections,
  settings: ProviderSettings,
  message: OutgoingMessage,
): Promise<Answer> {
  const composed = new MailComposer(mail(settings, message)).compile();
  const [envelope, text] = [composed.getEnvelope(), await composed.build()];
  const messageId = composed.messageId();
  let textHasBegun = false;
  // Read for the first time when the server has said yes to everything before the text.
  const lazily = new Readable({
    read() {
      textHasBegun = true;
      this.push(text);
      this.push(null);
    },
  });
  try {
    await connections.with((connection) =>
      settled((done) => connection.send(envelope, lazily, done)),
    );
    return { outcome: 'taken', ref: messageId, isDelivered: false };
  } catch (error) {
    return readSmtpError(error, textHasBegun);
  }
}

function mail({ values }: ProviderSettings, message: OutgoingMessage) {
  const from = String(values.from);
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'siyu.invalid';
  // The same for every attempt, so that a mailbox which got two copies can show one.
  const id = createHash('sha256').update(message.key).digest('hex').slice(0, 32);
  return {
    from,
    to: message.to,
    ...(values.replyTo ? { replyTo: String(values.replyTo) } : {}),
    subject: message.subject,
    ...(message.format === 'html'
      ? { html: message.body, text: plainText(message.body) }
      : { text: message.body }),
    messageId: `<${id}@${domain}>`,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers:
      message.category === 'marketing'
        ? {
            'List-Unsubscribe': `<${message.unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {},
  };
}
