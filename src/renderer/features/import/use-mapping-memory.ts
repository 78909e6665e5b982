import { useEffect, useMemo, useRef } from 'react';
import { useClient } from '../../client/client-context.ts';
import { KeptStates } from '../../state/kept-states.ts';
import { mappingKey, parseMapping, type ColumnNames, type SourceColumn } from './column-mapping.ts';
import { changeDraft, useDraft } from './import-store.ts';

const NO_NAMES: readonly SourceColumn[] = [];

/**
 * Remembers by the file's header which of its columns a person mapped by hand, and applies it to the next file with the
 * same header, unless something was mapped already. Gives how to change a mapping.
 */
export function useMappingMemory(
  file: string,
  columns: readonly SourceColumn[] = NO_NAMES,
): (columnNames: ColumnNames) => void {
  const client = useClient();
  const kept = useMemo(() => KeptStates.of(client), [client]);
  const { reading } = useDraft(file);
  const names = useMemo(() => columns.map(({ sourceName }) => sourceName), [columns]);
  const header = JSON.stringify(names);
  const latest = useRef(reading);
  useEffect(() => {
    latest.current = reading;
  });

  useEffect(() => {
    const sourceNames = JSON.parse(header) as string[];
    if (sourceNames.length === 0) return;
    let isGone = false;
    void mappingKey(sourceNames)
      .then((key) => kept.read(key))
      .then((json) => {
        const columnNames = parseMapping(json, sourceNames);
        if (isGone || columnNames === null || Object.keys(latest.current.columnNames).length > 0) return;
        changeDraft(file, { reading: { ...latest.current, columnNames }, isRemembered: true });
      });
    return () => {
      isGone = true;
    };
  }, [kept, file, header]);

  return (columnNames) => {
    changeDraft(file, { reading: { ...latest.current, columnNames }, isRemembered: false });
    const isEmpty = Object.keys(columnNames).length === 0;
    if (names.length > 0) void mappingKey(names).then((key) => kept.write(key, isEmpty ? null : { columnNames }));
  };
}
