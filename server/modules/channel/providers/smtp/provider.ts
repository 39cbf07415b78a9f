import { createHash } from 'node:crypto';
import { plainText } from '@siyu/engine/content';
import { createTransport } from 'nodemailer';
import type { OutgoingMessage, Provider, ProviderSettings } from '../provider.ts';
import { readSmtpError } from './read-answer.ts';

const timeoutMs = 20_000;

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
    const transport = createTransport(transportOptions(settings));
    return {
      send: async (message) => {
        try {
          const { messageId } = await transport.sendMail(mail(settings, message));
          return { outcome: 'taken', ref: messageId, isDelivered: false };
        } catch (error) {
          return readSmtpError(error);
        }
      },
      probe: async () => {
        await transport.verify();
        return 'ok';
      },
      close: () => transport.close(),
    };
  },
};

function transportOptions({ values, secrets }: ProviderSettings) {
  const security = values.security ?? 'tls';
  return {
    pool: true as const,
    maxConnections: smtp.concurrency,
    host: String(values.host),
    port: Number(values.port),
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(values.user ? { auth: { user: String(values.user), pass: secrets.password ?? '' } } : {}),
    ...(values.certificate ? { tls: { ca: String(values.certificate) } } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
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
    headers:
      message.category === 'marketing'
        ? {
            'List-Unsubscribe': `<${message.unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {},
  };
}
