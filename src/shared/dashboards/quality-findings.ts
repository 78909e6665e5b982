import type { ThresholdAnswer } from '../contract/aggregate.ts';
import type { Proportion } from '../contract/figures.ts';
import { said, type FindingVoice } from './finding-voice.ts';
import {
  padRejectRate,
  qualityRefusalRate,
  type Coverage,
  type Distribution,
  type GapFigures,
  type KeyedCounts,
  type KeyedMismatch,
  type Mismatch,
  type MismatchOutcome,
} from './quality-answers.ts';
import type { QualityMeasure } from './quality-measures.ts';
import { contrast, standsOut } from './rate-findings.ts';

/** Limits of a threshold; `null`: none on that side. */
export interface ScoreLimits {
  readonly least: number | null;
  readonly most: number | null;
}

const share = (voice: FindingVoice, rate: number | null): string =>
  voice.percent(rate ?? 0, rate !== null && rate > 0 && rate < 0.01 ? 2 : 1);

const nameOf = (voice: FindingVoice, key: string | null): string => key ?? said(voice, '(missing)', '(falta)');

/** Which client's PAD reject rate stands out; null where no client is known well enough. */
export function padClientFinding(clients: readonly KeyedCounts[], voice: FindingVoice): string | null {
  const found = standsOut(clients.map((client) => ({ key: client.key, rate: padRejectRate(client) })));
  switch (found.kind) {
    case 'too-few':
      return null;
    case 'alike': {
      const overall = share(voice, found.overall.rate);
      return said(
        voice,
        `PAD rejects ${overall} of what reaches it, and no client more than chance explains`,
        `El PAD rechaza el ${overall} de lo que le llega, y a ningún cliente más de lo que explica el azar`,
      );
    }
    case 'stands-out': {
      const { highest, others } = found;
      const [rate, rest] = [share(voice, highest.rate.rate), share(voice, others.rate)];
      const [name, n] = [nameOf(voice, highest.key), voice.number(highest.rate.n)];
      return said(
        voice,
        `${name} stands out: PAD rejects ${rate} of what reaches it (n ${n}), of the others ${rest}`,
        `${name} destaca: el PAD rechaza el ${rate} de lo que le llega (n ${n}); de los demás, el ${rest}`,
      );
    }
  }
}

/** On which day the PAD reject rate stands out. `dayText` writes a day `YYYY-MM-DD`. */
export function padDayFinding(
  days: readonly KeyedCounts[],
  dayText: (day: string) => string,
  voice: FindingVoice,
): string | null {
  const found = standsOut(days.map((day) => ({ key: day.key, rate: padRejectRate(day) })));
  if (found.kind === 'too-few') return null;
  if (found.kind === 'alike')
    return said(
      voice,
      'The PAD reject rate differs between days no more than chance explains',
      'La tasa de rechazo PAD no varía entre días más de lo que explica el azar',
    );
  const { highest, others } = found;
  const day = highest.key === null ? nameOf(voice, null) : dayText(highest.key);
  const [rate, rest, n] = [share(voice, highest.rate.rate), share(voice, others.rate), voice.number(highest.rate.n)];
  return said(
    voice,
    `PAD rejects peak on ${day}: ${rate} (n ${n}), on the other days ${rest}`,
    `Los rechazos PAD alcanzan su máximo el ${day}: ${rate} (n ${n}); los demás días, ${rest}`,
  );
}

/** Bins that lie beyond the limits, as a share of a group's scores; null where the group has none. */
export function shareBeyond(
  { edges }: Distribution,
  counts: readonly number[],
  { least, most }: ScoreLimits,
): Proportion['rate'] {
  let [beyond, all] = [0, 0];
  for (const [bin, n] of counts.entries()) {
    const middle = ((edges[bin] ?? 0) + (edges[bin + 1] ?? 0)) / 2;
    all += n;
    if ((least !== null && middle < least) || (most !== null && middle > most)) beyond += n;
  }
  return all === 0 ? null : beyond / all;
}

/** How much of what its stage refuses lies beyond the limits of a measure, on one image. */
export function scoreFinding(
  measure: QualityMeasure,
  spread: Distribution,
  limits: ScoreLimits,
  voice: FindingVoice,
): string | null {
  const refused = shareBeyond(spread, spread.groups[measure.stage], limits);
  if (refused === null) return null;
  const [name, beyond] = [measure.label[voice.language], share(voice, refused)];
  return measure.stage === 'quality'
    ? said(
        voice,
        `${name} lies beyond its limits in ${beyond} of the images refused for quality`,
        `${name} está fuera de sus límites en el ${beyond} de las imágenes rechazadas por calidad`,
      )
    : said(
        voice,
        `${name} lies beyond its limits in ${beyond} of the images of PAD rejects`,
        `${name} está fuera de sus límites en el ${beyond} de las imágenes de rechazos PAD`,
      );
}

/** Whether near and far scores lie further apart in PAD rejects than in accepted transactions. */
export function gapFinding(
  measure: QualityMeasure,
  accepted: GapFigures,
  rejected: GapFigures,
  voice: FindingVoice,
): string | null {
  if (accepted.p50 === null || accepted.p95 === null) return null;
  const number = (value: number): string => voice.number(value, measure.axis.digits + 1);
  const name = measure.label[voice.language];
  const [half, nearly] = [number(accepted.p50), number(accepted.p95)];
  if (rejected.p50 === null)
    return said(
      voice,
      `${name}: near and far score of accepted transactions lie up to ${half} apart in half, up to ${nearly} in 95 %`,
      `${name}: los puntajes cercano y lejano de las aceptadas distan hasta ${half} en la mitad y hasta ${nearly} en el 95 %`,
    );
  const median = number(rejected.p50);
  return said(
    voice,
    `${name}: near and far score lie ${half} apart in the median of accepted transactions, ${median} in PAD rejects`,
    `${name}: los puntajes cercano y lejano distan ${half} en la mediana de las aceptadas y ${median} en los rechazos PAD`,
  );
}

/** How often near and far image differ in shape, and whether PAD rejects more of those. */
export function mismatchFinding(
  { aspect, resolution }: Mismatch,
  outcome: MismatchOutcome,
  voice: FindingVoice,
): string | null {
  if (aspect.n === 0) return null;
  const compared = contrast(padRejectRate(outcome.differs), padRejectRate(outcome.same));
  const [differ, all] = [voice.number(aspect.k), voice.number(aspect.n)];
  if (compared.kind === 'higher' || compared.kind === 'lower') {
    const [one, other] = [share(voice, compared.one.rate), share(voice, compared.other.rate)];
    return said(
      voice,
      `Where the images differ in aspect ratio (${differ} of ${all}), PAD rejects ${one}; where they agree, ${other}`,
      `Donde las imágenes difieren en relación de aspecto (${differ} de ${all}), el PAD rechaza el ${one}; donde coinciden, el ${other}`,
    );
  }
  const classes = voice.number(resolution.k);
  return said(
    voice,
    `Near and far image differ in aspect ratio in ${differ} and in resolution class in ${classes} of ${all} transactions`,
    `La imagen cercana y la lejana difieren en relación de aspecto en ${differ} y en clase de resolución en ${classes} de ${all} transacciones`,
  );
}

/** Which client or answer has most mismatched images; null where none stands out. */
export function mismatchByFinding(
  groups: readonly (KeyedMismatch & { readonly label: string })[],
  voice: FindingVoice,
): string | null {
  const found = standsOut(groups.map(({ label, aspect }) => ({ key: label, rate: aspect })));
  if (found.kind !== 'stands-out') return null;
  const { highest, others } = found;
  const [name, rate, rest] = [nameOf(voice, highest.key), share(voice, highest.rate.rate), share(voice, others.rate)];
  return said(
    voice,
    `${name} differs most in aspect ratio: ${rate} (n ${voice.number(highest.rate.n)}), the others ${rest}`,
    `${name} es donde más difiere la relación de aspecto: ${rate} (n ${voice.number(highest.rate.n)}); los demás, ${rest}`,
  );
}

/** Which client is refused most for the quality of an image. */
export function refusalClientFinding(clients: readonly KeyedCounts[], voice: FindingVoice): string | null {
  const found = standsOut(clients.map((client) => ({ key: client.key, rate: qualityRefusalRate(client) })));
  if (found.kind !== 'stands-out') return null;
  const { highest, others } = found;
  const [rate, rest, n] = [share(voice, highest.rate.rate), share(voice, others.rate), voice.number(highest.rate.n)];
  return said(
    voice,
    `${nameOf(voice, highest.key)} is refused most for quality: ${rate} (n ${n}), the others ${rest}`,
    `A ${nameOf(voice, highest.key)} se le rechaza más por calidad: ${rate} (n ${n}); a los demás, ${rest}`,
  );
}

/** What moved thresholds would do, in one sentence; null where none is moved. */
export function thresholdFinding(answer: ThresholdAnswer, voice: FindingVoice): string | null {
  const { overall, byThreshold, retriesSaved } = answer;
  if (byThreshold.length === 0 || overall.n === 0) return null;
  const before = share(voice, overall.acceptedBefore / overall.n);
  const after = share(voice, overall.acceptedAfter / overall.n);
  const most = share(voice, (overall.acceptedAfter + overall.undecided) / overall.n);
  const [en, es] =
    overall.undecided === 0
      ? [`Acceptance goes from ${before} to ${after}`, `La aceptación pasa del ${before} al ${after}`]
      : [
          `Acceptance goes from ${before} to between ${after} and ${most}`,
          `La aceptación pasa del ${before} a entre ${after} y ${most}`,
        ];
  const attempts = voice.number(Math.abs(retriesSaved));
  if (retriesSaved === 0) return said(voice, en, es);
  const one = Math.abs(retriesSaved) === 1;
  return retriesSaved > 0
    ? said(
        voice,
        `${en}; ${attempts} ${one ? 'retry is' : 'retries are'} saved`,
        `${es}; se ${one ? 'ahorra' : 'ahorran'} ${attempts} ${one ? 'reintento' : 'reintentos'}`,
      )
    : said(
        voice,
        `${en}; ${attempts} ${one ? 'retry is' : 'retries are'} added`,
        `${es}; se ${one ? 'añade' : 'añaden'} ${attempts} ${one ? 'reintento' : 'reintentos'}`,
      );
}

/** For which measure and image most transactions have no score; null where all have one. */
export function coverageFinding(rows: readonly Coverage[], voice: FindingVoice): string | null {
  const [least] = rows.toSorted((left, right) => left.judged - right.judged);
  if (least === undefined || least.n === 0 || least.judged === least.n) return null;
  const [name, without] = [least.measure.label[voice.language], share(voice, 1 - least.judged / least.n)];
  const far = least.side === 'far';
  return said(
    voice,
    `The ${far ? 'far' : 'near'} image has no score of ${name} in ${without} of the transactions`,
    `La imagen ${far ? 'lejana' : 'cercana'} no tiene puntaje de ${name} en el ${without} de las transacciones`,
  );
}
