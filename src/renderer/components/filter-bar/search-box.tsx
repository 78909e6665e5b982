import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode, type Ref } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { filterBarWords } from './filter-bar-words.ts';
import styles from './filter-bar.module.css';

/** Typing rests so long before the rows follow. */
const REST = 250;

/** A search over all texts, in force as soon as typing rests, and at once by Enter. */
export function SearchBox({
  value,
  onChange,
  inputRef,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}): ReactNode {
  const t = useWords(filterBarWords);
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (draft.trim() !== value) setDraft(value);
  }
  const later = useDebouncedCallback((text: string) => onChange(text.trim()), REST);
  const set = (text: string): void => {
    setDraft(text);
    later(text);
  };
  const clear = (): void => {
    set('');
    later.flush();
  };
  return (
    <TextInput
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      className={styles['search']}
      size="xs"
      role="searchbox"
      aria-label={t('quickSearch')}
      title={t('quickSearchHint')}
      placeholder={t('quickSearch')}
      maxLength={200}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={draft === '' ? null : <CloseButton size="sm" aria-label={t('clearSearch')} onClick={clear} />}
      value={draft}
      onChange={({ currentTarget }) => set(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') later.flush();
        if (event.key === 'Escape' && draft !== '') {
          event.stopPropagation();
          clear();
        }
      }}
    />
  );
}
