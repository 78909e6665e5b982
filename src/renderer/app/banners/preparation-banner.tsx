import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ErrorCode } from '../../../shared/error-codes.ts';
import { componentWords } from '../../components/component-words.ts';
import { errorText } from '../../i18n/error-words.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { appWords } from '../app-words.ts';
import type { PreparationControl } from '../workspace/use-preparation.ts';
import { Banner } from './banner.tsx';

/** What the engine's own banner tells. */
const OF_THE_ENGINE: ReadonlySet<ErrorCode> = new Set(['ENGINE_STOPPED', 'HOST_UNREACHABLE']);

/** Tells where the preparation of a workspace was stopped or failed; while it runs, the status line shows it. */
export function PreparationBanner({
  control: { preparation, begin },
}: {
  readonly control: PreparationControl;
}): ReactNode {
  const t = useWords(appWords);
  const words = useWords(componentWords);
  const language = useLanguage();
  if (preparation.kind === 'stopped')
    return (
      <Banner
        tone="note"
        icon={<IconPlayerPause size={18} aria-hidden />}
        title={t('prepareCancelled')}
        text={t('prepareCancelledText')}
      >
        <Button variant="default" onClick={begin}>
          {t('prepareNow')}
        </Button>
      </Banner>
    );
  if (preparation.kind !== 'failed' || OF_THE_ENGINE.has(preparation.error.code)) return null;
  const { title, hint } = errorText(preparation.error, language);
  return (
    <Banner
      tone="problem"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t('prepareFailed')}
      text={`${title} ${hint}`}
    >
      <Button variant="default" onClick={begin}>
        {words('retry')}
      </Button>
    </Banner>
  );
}
