import type { Answer } from '../provider.ts';

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message: string;
}

/** Replies that say the mailbox does not exist or takes no mail (RFC 5321 §4.2.3, RFC 3463 x.1.x). */
const deadMailbox = /\b5\.1\.[0-9]+\b/;
const deadMailboxCodes = new Set([550, 551, 553, 521, 556]);

/**
 * What an error of nodemailer says about the message. A reply of 5xx is final, 4xx means later. Without a reply nothing was
 * taken as long as the message's text had not been sent (`DATA`); after that only the server knows.
 */
export function readSmtpError(error: unknown): Answer {
  const { responseCode, response, command, code, message } = error as SmtpError;
  const said = (response ?? message).slice(0, 500);
  if (responseCode !== undefined && command !== 'AUTH' && !command?.startsWith('AUTH')) {
    if (responseCode >= 500) {
      const isRecipient = command === 'RCPT TO';
      const bounced = deadMailbox.test(said) || (isRecipient && deadMailboxCodes.has(responseCode));
      return { outcome: 'refused', error: said, bounced };
    }
    return { outcome: 'again', error: said };
  }
  if (code === 'EENVELOPE') return { outcome: 'refused', error: said, bounced: true };
  const textWasSent = command === 'DATA' || (command === undefined && code === 'ESOCKET');
  return { outcome: textWasSent ? 'unclear' : 'again', error: said };
}
