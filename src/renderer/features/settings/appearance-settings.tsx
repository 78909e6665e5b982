import { SegmentedControl, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/contract/settings.ts';
import { useClient } from '../../client/client-context.ts';
import { useCall } from '../../client/use-call.ts';
import { useFailures } from '../../components/use-failures.ts';
import { useWords } from '../../i18n/use-words.ts';
import { SettingsLine, SettingsSection } from './settings-section.tsx';
import { settingsWords } from './settings-words.ts';

/** Language, theme and motion. */
export function AppearanceSettings(): ReactNode {
  const t = useWords(settingsWords);
  const client = useClient();
  const fail = useFailures();
  const { data: settings = DEFAULT_SETTINGS } = useCall('settings.read', {});
  const write = async (patch: Partial<Settings>): Promise<void> => {
    const answer = await client.invoke('settings.write', patch);
    if (!answer.ok) fail(answer.error);
  };
  const system = { value: 'system', label: t('system') } as const;
  return (
    <SettingsSection title={t('appearance')} text={t('live')}>
      <Choice
        label={t('language')}
        hint={t('languageHint')}
        value={settings.language}
        options={[system, { value: 'en', label: 'English' }, { value: 'es', label: 'Español' }]}
        onChoose={(language) => void write({ language })}
      />
      <Choice
        label={t('theme')}
        value={settings.theme}
        options={[system, { value: 'light', label: t('light') }, { value: 'dark', label: t('dark') }]}
        onChoose={(theme) => void write({ theme })}
      />
      <Choice
        label={t('motion')}
        hint={t('motionHint')}
        value={settings.motion}
        options={[system, { value: 'reduced', label: t('reduced') }]}
        onChoose={(motion) => void write({ motion })}
      />
    </SettingsSection>
  );
}

function Choice<Value extends string>({
  label,
  hint,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}): ReactNode {
  return (
    <SettingsLine label={label}>
      <SegmentedControl aria-label={label} value={value} data={[...options]} onChange={onChoose} />
      {hint !== undefined && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </SettingsLine>
  );
}
