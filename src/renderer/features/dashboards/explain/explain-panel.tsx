import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { useEffect, type ReactNode } from 'react';
import { useWords } from '../../../i18n/use-words.ts';
import { useKeptState } from '../../../state/use-kept-state.ts';
import { ResizeHandle } from '../../tables/resize-handle.tsx';
import { useDashboard } from '../dashboard-context.ts';
import { ExplainContent } from './explain-content.tsx';
import { enterWorkspace, useExplainStore } from './explain-store.ts';
import { explainWords } from './explain-words.ts';
import styles from './explain-panel.module.css';

/** Widths in CSS pixels. */
const FIRST_WIDTH = 420;
const LEAST = 320;
const MOST = 720;
const parseWidth = (json: unknown): number | null => (typeof json === 'number' && json >= LEAST ? json : null);

/**
 * The explanation at the right of a dashboard, of whatever was handed to `openExplain`; over the page where there is no room
 * beside it. Nothing while there is nothing to explain.
 */
export function ExplainPanel(): ReactNode {
  const t = useWords(explainWords);
  const { workspace } = useDashboard();
  const part = useExplainStore((state) => (state.workspace === workspace ? state.part : null));
  const isNarrow = useMediaQuery('(max-width: 860px)', false, { getInitialValueInEffect: false }) === true;
  const [width, setWidth] = useKeptState<number>('width panel explain', FIRST_WIDTH, parseWidth);
  const { ref, width: shown } = useElementSize<HTMLDivElement>();
  useEffect(() => enterWorkspace(workspace), [workspace]);
  if (part === null) return null;
  const bounded = Math.min(MOST, width);
  return (
    <>
      {!isNarrow && (
        <ResizeHandle
          label={t('width')}
          width={Math.round(shown) || bounded}
          least={LEAST}
          most={MOST}
          onChange={setWidth}
        />
      )}
      <div
        ref={ref}
        className={styles[isNarrow ? 'overlay' : 'side']}
        style={isNarrow ? undefined : { inlineSize: bounded }}
      >
        <ExplainContent part={part} />
      </div>
    </>
  );
}
