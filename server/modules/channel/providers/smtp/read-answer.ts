import type { Answer } from '../provider.ts';

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message: string;
}

/** Replies that say the mailbox does not exist or takes no mail (RFC 5321 §4.2.3, RFC 3463 x.1.x). */
const deadMailbox = /\b5\.1\.\d+\b/;
const deadMailboxCodes: ReadonlySet<number> = new Set([521, 550, 551, 553, 556]);
/** Commands that are about this message; a refusal of any other is about the connection or the account. */
const aboutMessage: ReadonlySet<string> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/**
 * What an error says about the message. A reply of 5xx to it is final, 4xx means later. Without a reply nothing was taken as long
 * as its text had not begun to leave; after that only the server knows.
 */
export function readSmtpError(error: unknown, textHasBegun: boolean): Answer {
  const { responseCode, response, command = '', code, message } = error as SmtpError;
  const said = (response || message).slice(0, 500);
  if (responseCode !== undefined && aboutMessage.has(command)) {
    if (responseCode < 500) return { outcome: 'again', error: said };
    const isRecipient = command === 'RCPT TO';
    const bounced = deadMailbox.test(said) || (isRecipient && deadMailboxCodes.has(responseCode));
    return { outcome: 'refused', error: said, bounced };
  }
  if (textHasBegun) return { outcome: 'unclear', error: said };
  // The address cannot even be written into an envelope.
  if (code === 'EENVELOPE') return { outcome: 'refused', error: said, bounced: true };
  return { outcome: 'again', error: said };
}
