import { Select, UnstyledButton, type ComboboxData } from '@mantine/core';
import { IconArrowBackUp, IconArrowRight } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import {
  DELIMITER_CHOICES,
  TEXT_ENCODING_CHOICES,
  type ImportPreview,
  type ReadingChoice,
} from '../../../shared/contract/preview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { fileStepWords } from './file-step-words.ts';
import { instantText } from './instant-text.ts';
import { zoneChoices } from './zone-choices.ts';
import classes from './reading-controls.module.css';

const DELIMITER_WORDS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
} as const;
const ZONE_GROUPS = { usual: 'zoneUsual', offset: 'zoneOffset', place: 'zonePlace' } as const;

/** How the file is read: what was guessed, each of it to be changed. */
export function ReadingControls({
  preview,
  reading,
  onChange,
}: {
  readonly preview: ImportPreview;
  readonly reading: ReadingChoice;
  readonly onChange: (reading: ReadingChoice) => void;
}): ReactNode {
  const t = useWords(fileStepWords);
  const set = (patch: Partial<ReadingChoice>): void => onChange({ ...reading, ...patch });
  const delimiter = reading.delimiter ?? preview.delimiter;
  const isComma = reading.decimalComma ?? preview.decimalComma;
  const delimiters = DELIMITER_CHOICES.map((value): { value: string; label: string } => ({
    value,
    label: t(DELIMITER_WORDS[value]),
  }));
  const isOther = !delimiters.some(({ value }) => value === delimiter);
  return (
    <section className={classes['panel']} aria-label={t('reading')}>
      <div className={classes['controls']}>
        <Choice
          label={t('delimiter')}
          data={isOther ? [...delimiters, { value: delimiter, label: delimiter }] : delimiters}
          value={delimiter}
          isChosen={reading.delimiter !== null}
          onChange={(value) => set({ delimiter: value })}
        />
        <Choice
          label={t('encoding')}
          data={TEXT_ENCODING_CHOICES.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
          value={reading.encoding ?? preview.encoding}
          isChosen={reading.encoding !== null}
          onChange={(value) => set({ encoding: TEXT_ENCODING_CHOICES.find((known) => known === value) ?? null })}
        />
        <Choice
          label={t('decimalMark')}
          data={[
            { value: 'point', label: t('point') },
            { value: 'comma', label: t('decimalComma') },
          ]}
          value={isComma ? 'comma' : 'point'}
          isChosen={reading.decimalComma !== null}
          onChange={(value) => set({ decimalComma: value === null ? null : value === 'comma' })}
        />
        <ZoneChoice preview={preview} zone={reading.defaultZone} onChange={(defaultZone) => set({ defaultZone })} />
      </div>
      <DateExample preview={preview} />
    </section>
  );
}

function Choice({
  label,
  data,
  value,
  isChosen,
  onChange,
}: {
  readonly label: string;
  readonly data: { value: string; label: string }[];
  readonly value: string;
  readonly isChosen: boolean;
  /** Null: to be guessed again. */
  readonly onChange: (value: string | null) => void;
}): ReactNode {
  const t = useWords(fileStepWords);
  return (
    <div className={classes['choice']}>
      <Select size="xs" label={label} data={data} value={value} allowDeselect={false} onChange={onChange} />
      <span className={classes['origin']}>
        {isChosen ? (
          <UnstyledButton
            className={classes['again']}
            aria-label={t('guessAgainOf', { label })}
            onClick={() => onChange(null)}
          >
            <IconArrowBackUp size={13} aria-hidden />
            {t('guessAgain')}
          </UnstyledButton>
        ) : (
          t('guessed')
        )}
      </span>
    </div>
  );
}

function ZoneChoice({
  preview: { datesWithoutOffset, rows, dateExample },
  zone,
  onChange,
}: {
  readonly preview: ImportPreview;
  readonly zone: string;
  readonly onChange: (zone: string) => void;
}): ReactNode {
  const t = useWords(fileStepWords);
  const format = useFormat();
  const data = useMemo((): ComboboxData => {
    const groups = zoneChoices().map(({ group, zones }) => ({ group: t(ZONE_GROUPS[group]), items: [...zones] }));
    const isKnown = groups.some(({ items }) => items.includes(zone));
    return isKnown ? groups : [zone, ...groups];
  }, [t, zone]);
  return (
    <div className={classes['choice']}>
      <Select
        size="xs"
        label={t('zone')}
        data={data}
        value={zone}
        allowDeselect={false}
        searchable
        nothingFoundMessage={t('zoneNothing')}
        onChange={(value) => value !== null && onChange(value)}
      />
      {dateExample !== null && (
        <span className={classes['origin']}>
          {datesWithoutOffset === 0
            ? t('zoneUnused')
            : t('zoneUsed', { n: format.number(datesWithoutOffset), all: format.number(rows.length) })}
        </span>
      )}
    </div>
  );
}

/** A date of the file as it is written and as it is understood. */
function DateExample({ preview: { dateExample } }: { readonly preview: ImportPreview }): ReactNode {
  const t = useWords(fileStepWords);
  if (dateExample === null) return null;
  const { written, understood } = dateExample;
  return (
    <div className={classes['example']}>
      {t('dateWritten')} <code>{written}</code>
      <IconArrowRight size={12} aria-hidden />
      {t('dateUnderstood')}{' '}
      <code data-problem={understood === null}>
        {understood === null ? t('dateUnreadable') : instantText(understood)}
      </code>
    </div>
  );
}
