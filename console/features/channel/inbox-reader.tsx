import { type InboxMessage, reactToInboxMessage, readInboxMessage } from '@siyu/contract/channel';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf, useWrite } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { Go } from '../../ui/go.tsx';
import { PhoneFrame } from '../../ui/phone-frame.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Nothing, TimeText } from '../../ui/text.tsx';
import styles from './inbox.module.css';

/** A message on its recipient's phone, with what the recipient can do. */
export function InboxReader({ delivery }: { readonly delivery: string }) {
  const message = useQuery(readOf(readInboxMessage, { params: { delivery } }));
  return (
    <QueryView query={message}>
      {(found) => (
        <div className={styles.open}>
          <PhoneFrame
            channel={found.channel}
            format={found.format}
            subject={found.subject}
            body={found.body}
            at={found.receivedAt}
          />
          <Acts message={found} />
        </div>
      )}
    </QueryView>
  );
}

type Reaction = 'opened' | 'clicked' | 'unsubscribed';

function Acts({ message }: { readonly message: InboxMessage }) {
  const { t } = useTranslation();
  const may = useMay();
  const ask = useConfirmDanger();
  const react = useWrite(reactToInboxMessage, { changes: ['channel.', 'journey.'] });
  const who = message.person?.name ?? message.address;
  const acts = (reaction: Reaction, link?: number) =>
    react.mutateAsync({
      params: { delivery: message.id },
      body: { reaction, ...(link ? { link } : {}) },
    });
  const send = (reaction: Reaction, link?: number) =>
    void acts(reaction, link).catch(() => undefined);
  return (
    <div className={styles.acts}>
      <dl className={styles.facts}>
        <dt>{t('channel:inbox.to')}</dt>
        <dd>
          {message.person ? <Go to={`/people/${message.person.id}`}>{who}</Go> : who}
          <div className={styles.time}>{message.address}</div>
        </dd>
        <dt>{t('channel:field.campaign')}</dt>
        <dd>
          {message.campaign ? (
            <Go to={`/campaigns/${message.campaign.id}`}>{message.campaign.name}</Go>
          ) : (
            <Nothing />
          )}
        </dd>
        {(['opened', 'clicked', 'unsubscribed'] as const).map((name) => (
          <FactLine key={name} name={t(`channel:receipt.${name}`)} at={message[`${name}At`]} />
        ))}
      </dl>
      {may('campaigns.edit') && (
        <>
          <div>
            <h2 className={styles.title}>{t('channel:inbox.as')}</h2>
            <p className={styles.time}>{t('channel:inbox.asAbout')}</p>
          </div>
          <Button
            block
            disabled={message.openedAt !== null}
            loading={react.isPending}
            onClick={() => send('opened')}
          >
            {t(message.openedAt ? 'channel:receipt.opened' : 'channel:inbox.open')}
          </Button>
          {message.links.map((link) => (
            <Button
              key={link.number}
              block
              type="primary"
              className={styles.link}
              loading={react.isPending}
              onClick={() => send('clicked', link.number)}
            >
              <span className={styles.linkName}>
                {t('channel:inbox.click')}
                {message.links.length > 1 && ` ${link.number}`}
                {link.clickedAt && ` · ${t('channel:receipt.clicked')}`}
              </span>
              <span className={styles.url}>{link.url}</span>
            </Button>
          ))}
          <Button
            block
            danger
            disabled={message.unsubscribedAt !== null}
            onClick={() =>
              ask({
                title: t('channel:inbox.unsubscribeTitle', { name: who }),
                consequence: t('channel:inbox.unsubscribeConsequence'),
                act: t('channel:inbox.unsubscribe'),
                onConfirm: () => acts('unsubscribed'),
              })
            }
          >
            {t(
              message.unsubscribedAt ? 'channel:receipt.unsubscribed' : 'channel:inbox.unsubscribe',
            )}
          </Button>
        </>
      )}
    </div>
  );
}

function FactLine({ name, at }: { readonly name: string; readonly at: string | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <TimeText at={at} />
      </dd>
    </>
  );
}
