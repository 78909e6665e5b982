import { Button, Loader } from '@mantine/core';
import { IconCircleCheck, IconEngineOff, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useClient } from '../../client/client-context.ts';
import { useConnection } from '../../client/connection.ts';
import { socketAddress } from '../../client/host-port.ts';
import { awaitHost } from '../../client/reconnect.ts';
import { useFailures } from '../../components/use-failures.ts';
import { useWords } from '../../i18n/use-words.ts';
import { appWords } from '../app-words.ts';
import { Banner } from './banner.tsx';

/** How long it is told that the engine came back. */
const TOLD_FOR = 8000;

/** Tells of an engine that is being started again or was given up, and of a host that is gone. The page stays. */
export function EngineBanner(): ReactNode {
  const { engine, restarts, isLost } = useConnection();
  if (isLost) return <LostBanner />;
  if (engine === 'failed') return <FailedBanner />;
  if (engine === 'restarting') return <RestartingBanner />;
  return restarts > 0 ? <RestartedBanner key={restarts} /> : null;
}

function LostBanner(): ReactNode {
  const t = useWords(appWords);
  useEffect(() => {
    if (window.veriscope !== undefined) return undefined;
    // The address keeps the route: the view is the same after loading again.
    return awaitHost(socketAddress(), () => window.location.reload());
  }, []);
  return (
    <Banner
      tone="problem"
      icon={<IconPlugConnectedX size={18} aria-hidden />}
      title={t('lostTitle')}
      text={t('lostText')}
    >
      <Button variant="default" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </Banner>
  );
}

function FailedBanner(): ReactNode {
  const t = useWords(appWords);
  const client = useClient();
  const fail = useFailures();
  const restart = async (): Promise<void> => {
    const answer = await client.invoke('host.restartEngine', {});
    if (!answer.ok) fail(answer.error);
  };
  return (
    <Banner
      tone="problem"
      icon={<IconEngineOff size={18} aria-hidden />}
      title={t('failedTitle')}
      text={t('failedText')}
    >
      <Button onClick={() => void restart()}>{t('restartEngine')}</Button>
    </Banner>
  );
}

function RestartingBanner(): ReactNode {
  const t = useWords(appWords);
  return <Banner tone="note" icon={<Loader size={16} />} title={t('restartingTitle')} text={t('restartingText')} />;
}

function RestartedBanner(): ReactNode {
  const t = useWords(appWords);
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setTold(true), TOLD_FOR);
    return () => clearTimeout(timer);
  }, []);
  if (isTold) return null;
  return (
    <Banner
      tone="note"
      icon={<IconCircleCheck size={18} aria-hidden />}
      title={t('restartedTitle')}
      text={t('restartedText')}
      onDismiss={() => setTold(true)}
    />
  );
}
