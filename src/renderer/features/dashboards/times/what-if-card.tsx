import { Button, Slider } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Fragment, useMemo, useState, type ReactNode } from 'react';
import type { WhatIfAnswer } from '../../../../shared/contract/aggregate.ts';
import { whatIfFinding } from '../../../../shared/dashboards/what-if-finding.ts';
import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import { microserviceColour } from '../../../../shared/design-tokens/stable-colours.ts';
import { useCall } from '../../../client/use-call.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import type { ChartTable } from '../chart/chart-table.ts';
import { useDashboard } from '../dashboard-context.ts';
import { msText, signedPercent, timeText } from './chart-parts.ts';
import { meanBars } from './service-means-option.ts';
import { useTimesPen, type TimesPen } from './times-pen.ts';
import { useTimeFigures } from './use-time-figures.ts';
import styles from './times.module.css';

type Factors = Readonly<Record<string, number>>;

const FIGURES = ['mean', 'p50', 'p95', 'p99'] as const;
const STEP = 0.05;
const MOST = 2;
const PRESET = 0.7;
/** A slider under way asks at most so often, in milliseconds. */
const PAUSE = 60;

/** What the total would be if microservices took another share of their time. */
export function WhatIfCard(): ReactNode {
  const pen = useTimesPen();
  const { t, voice } = pen;
  const { workspace, scope, selection, model } = useDashboard();
  const { figures } = useTimeFigures();
  const [factors, setFactors] = useState<Factors>({});
  const [asked] = useDebouncedValue(factors, PAUSE);
  const { data, error, isPlaceholderData, refetch } = useCall(
    'dashboard.what-if',
    { workspace, scope, selection, factors: asked },
    { keepPrevious: true },
  );
  const changed = Object.entries(asked).map(([name, factor]) => ({ name, factor }));
  const longest = useMemo(
    () => (figures === null ? null : meanBars(figures.services, figures.totals, 'per-transaction')[0]?.service?.name),
    [figures],
  );
  const table = useMemo(() => (data === undefined ? null : whatIfTable(data, pen)), [data, pen]);
  const set = (name: string, factor: number): void => {
    const { [name]: _, ...others } = factors;
    setFactors(factor === 1 ? others : { ...others, [name]: factor });
  };
  return (
    <ChartCard
      title={t('whatIf')}
      finding={data === undefined ? null : whatIfFinding(changed, data, voice)}
      unit={t('whatIfUnit')}
      n={data?.before.n ?? null}
      size="full"
      table={table}
      answers={{
        isStale: isPlaceholderData && changed.length === 0,
        failure: error?.error ?? null,
        retry: () => void refetch(),
      }}
      height={276}
      note={t('whatIfNote')}
      actions={
        changed.length > 0 || longest == null ? (
          <Button size="compact-xs" h={24} variant="default" onClick={() => setFactors({})}>
            {t('whatIfReset')}
          </Button>
        ) : (
          <Button size="compact-xs" h={24} variant="light" onClick={() => setFactors({ [longest]: PRESET })}>
            {t('whatIfPreset', { name: longest })}
          </Button>
        )
      }
    >
      <div className={styles['whatIf']}>
        <div className={styles['sliders']}>
          {model.microservices.map(({ name }) => (
            <ServiceSlider
              key={name}
              name={name}
              factor={factors[name] ?? 1}
              onChange={(factor) => set(name, factor)}
            />
          ))}
        </div>
        {data !== undefined && <Outcome answer={data} isAsItIs={changed.length === 0} />}
      </div>
    </ChartCard>
  );
}

function ServiceSlider({
  name,
  factor,
  onChange,
}: {
  readonly name: string;
  readonly factor: number;
  readonly onChange: (factor: number) => void;
}): ReactNode {
  const { t, format } = useTimesPen();
  const text = factorText(factor, { t, format });
  return (
    <div className={styles['slider']}>
      <span className={styles['sliderName']}>
        <i style={{ background: colourOf(microserviceColour(name)) }} aria-hidden />
        {name}
      </span>
      <Slider
        size={4}
        thumbSize={14}
        min={0}
        max={MOST}
        step={STEP}
        value={factor}
        startPointValue={1}
        onChange={(value) => onChange(Math.round(value / STEP) * STEP)}
        label={null}
        thumbLabel={t('whatIfOf', { name })}
        thumbValueText={text}
        marks={[{ value: 1 }]}
      />
      <span className={styles['sliderValue']} data-changed={factor !== 1}>
        {text}
      </span>
    </div>
  );
}

/** `−30 %`, or "as it is". */
function factorText(factor: number, { t, format }: Pick<TimesPen, 't' | 'format'>): string {
  const change = Math.round((factor - 1) * 100) / 100;
  return change === 0 ? t('whatIfAsIs') : signedPercent(format, change, 0);
}

function Outcome({ answer, isAsItIs }: { readonly answer: WhatIfAnswer; readonly isAsItIs: boolean }): ReactNode {
  const { t, format } = useTimesPen();
  const most = Math.max(1, ...FIGURES.flatMap((figure) => [answer.before[figure] ?? 0, answer.after[figure] ?? 0]));
  const width = (time: number | null): string => `${(Math.max(0, time ?? 0) / most) * 100}%`;
  return (
    <div className={styles['outcome']}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('totalTime')}</th>
            <th scope="col" data-align="right">{`${t('now')} (ms)`}</th>
            <th scope="col" data-align="right">{`${t('afterwards')} (ms)`}</th>
            <th scope="col" data-align="right">
              {t('difference')}
            </th>
          </tr>
        </thead>
        <tbody aria-live="polite">
          {FIGURES.map((figure) => {
            const [before, after] = [answer.before[figure], answer.after[figure]];
            return (
              <Fragment key={figure}>
                <tr>
                  <th scope="row">{figure === 'mean' ? t('mean') : figure}</th>
                  <td data-align="right">{timeText(format, before, 1)}</td>
                  <td data-align="right">
                    <strong>{timeText(format, after, 1)}</strong>
                  </td>
                  <td data-align="right">{differenceText(before, after)}</td>
                </tr>
                <tr>
                  <td colSpan={4} className={styles['pair']}>
                    <span role="img" aria-label={`${timeText(format, before)} → ${msText(format, after)}`}>
                      <i data-kind="before" style={{ inlineSize: width(before) }} />
                      <i data-kind="after" style={{ inlineSize: width(after) }} />
                    </span>
                  </td>
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {isAsItIs && <p className={styles['faint']}>{t('whatIfHint')}</p>}
    </div>
  );

  function differenceText(before: number | null, after: number | null): string {
    if (before === null || after === null) return '–';
    const difference = after - before;
    if (Math.abs(difference) < 0.05) return '0';
    const sign = difference > 0 ? '+' : '−';
    const share = before === 0 ? '' : ` (${signedPercent(format, difference / before)})`;
    return `${sign}${format.number(Math.abs(difference), 1)}${share}`;
  }
}

function whatIfTable({ before, after }: WhatIfAnswer, { t }: Pick<TimesPen, 't'>): ChartTable {
  const time = { unit: 'ms', align: 'right', digits: 2 } as const;
  return {
    columns: [
      { name: 'figure', label: t('figure') },
      { name: 'now', label: t('now'), ...time },
      { name: 'then', label: t('afterwards'), ...time },
      { name: 'difference', label: t('difference'), ...time },
    ],
    rows:
      before.n === 0
        ? []
        : FIGURES.map((figure) => {
            const [now, then] = [before[figure], after[figure]];
            return [
              figure === 'mean' ? t('mean') : figure,
              now,
              then,
              now === null || then === null ? null : then - now,
            ];
          }),
  };
}
