import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { dateBound } from './date-bound.ts';
import { filterBarWords } from './filter-bar-words.ts';

/** A day, or a day and a minute, typed as the log writes them: `2025-01-08` or `2025-01-08 07:30`. */
export function DateBoundInput({
  label,
  example,
  isFirst,
  value,
  onChange,
}: {
  readonly label: string;
  readonly example: string;
  /** It takes the focus when the editor opens. */
  readonly isFirst: boolean;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}): ReactNode {
  const t = useWords(filterBarWords);
  const [text, setText] = useState(value ?? '');
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value ?? '');
  }
  const isUnread = text.trim() !== '' && dateBound(text) === null;
  return (
    <TextInput
      size="xs"
      label={label}
      data-autofocus={isFirst || undefined}
      placeholder={example}
      value={text}
      error={isUnread ? t('dateUnread') : null}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const bound = dateBound(currentTarget.value);
        setKnown(bound);
        onChange(bound);
      }}
    />
  );
}
