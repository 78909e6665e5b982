import { rankCorrelation } from '../statistics/rank-correlation.ts';
import { millisecondsText, said, type FindingVoice } from './finding-voice.ts';
import type { AnswerClasses, ServiceParts, ServiceTime, TimeAt, Totals } from './times-answers.ts';
import { LEAST_CHANGE, type Trend } from './times-trend.ts';

/** What the mean of a microservice is taken over: all transactions, or those in which it was executed. */
export const MEAN_BASES = ['per-transaction', 'per-executed'] as const;
export type MeanBasis = (typeof MEAN_BASES)[number];

function largest<T>(items: readonly T[], by: (item: T) => number | null): T | null {
  const known = items.filter((item) => by(item) !== null);
  return known.toSorted((a, b) => (by(b) ?? 0) - (by(a) ?? 0))[0] ?? null;
}

/** Which microservice takes the most time. */
export function longestServiceFinding(
  services: readonly ServiceTime[],
  basis: MeanBasis,
  voice: FindingVoice,
): string | null {
  if (basis === 'per-executed') {
    const found = largest(services, ({ perExecuted }) => perExecuted);
    if (found?.perExecuted === null || found === null) return null;
    const [time, n] = [millisecondsText(voice, found.perExecuted), voice.number(found.executed)];
    return said(
      voice,
      `${found.name} takes longest where it runs: ${time} (n ${n})`,
      `${found.name} es el que más tarda cuando se ejecuta: ${time} (n ${n})`,
    );
  }
  const found = largest(services, ({ perTransaction }) => perTransaction);
  if (found === null || found.perTransaction === null || found.share === null) return null;
  const [time, share] = [millisecondsText(voice, found.perTransaction), voice.percent(found.share)];
  return said(
    voice,
    `${found.name} takes the most: ${time} per transaction, ${share} of the total`,
    `${found.name} es el que más tiempo toma: ${time} por transacción, el ${share} del total`,
  );
}

/** Which microservice has the longest tail. */
export function tailFinding(services: readonly ServiceTime[], voice: FindingVoice): string | null {
  const found = largest(services, ({ p95 }) => p95);
  if (found === null || found.p95 === null || found.p50 === null) return null;
  const [p95, p50] = [millisecondsText(voice, found.p95), millisecondsText(voice, found.p50)];
  return said(
    voice,
    `${found.name} reaches furthest: one run in 20 takes over ${p95}, half take up to ${p50}`,
    `${found.name} llega más lejos: una de cada 20 ejecuciones supera ${p95} y la mitad no pasa de ${p50}`,
  );
}

/** The share of its time that a microservice waits in its queue; null where it has none. */
export function queueShare({ execution, queue }: ServiceParts): number | null {
  if (execution === null || queue === null) return null;
  const waited = (queue.mean ?? 0) * queue.n;
  const worked = (execution.mean ?? 0) * execution.n;
  return waited + worked === 0 ? null : waited / (waited + worked);
}

/** The share of the time of all microservices that is waiting in queues; null where nothing ran. */
export function waitedShare(parts: readonly ServiceParts[]): number | null {
  let [waited, worked] = [0, 0];
  for (const { execution, queue } of parts) {
    waited += (queue?.mean ?? 0) * (queue?.n ?? 0);
    worked += (execution?.mean ?? 0) * (execution?.n ?? 0);
  }
  return waited + worked === 0 ? null : waited / (waited + worked);
}

/** Which microservice waits the largest part of its time. */
export function queueFinding(parts: readonly ServiceParts[], voice: FindingVoice): string | null {
  const found = largest(parts, queueShare);
  const share = found === null ? null : queueShare(found);
  if (found === null || share === null) return null;
  const waiting = voice.percent(share);
  return said(
    voice,
    `${found.name} waits most: ${waiting} of its time is queue`,
    `${found.name} es el que más espera: el ${waiting} de su tiempo es cola`,
  );
}

/** How much longer the far image takes than the near one, relative; null where a microservice works on both together. */
export function farSurplus({ near, far }: ServiceParts): number | null {
  if (near === null || far === null || near.mean === null || far.mean === null || near.mean === 0) return null;
  return far.mean / near.mean - 1;
}

/** Differences between near and far image under this say nothing. */
const EQUAL_SIDES = 0.05;

/** Whether one of the two images takes longer. */
export function sidesFinding(parts: readonly ServiceParts[], voice: FindingVoice): string | null {
  const found = largest(parts, (part) => {
    const surplus = farSurplus(part);
    return surplus === null ? null : Math.abs(surplus);
  });
  const surplus = found === null ? null : farSurplus(found);
  if (found === null || surplus === null) return null;
  const difference = voice.percent(Math.abs(surplus));
  if (Math.abs(surplus) < EQUAL_SIDES)
    return said(
      voice,
      `Near and far take equally long: at most ${difference} apart (${found.name})`,
      `Cercana y lejana tardan lo mismo: a lo más ${difference} de diferencia (${found.name})`,
    );
  return surplus > 0
    ? said(
        voice,
        `${found.name} takes ${difference} longer for the far image`,
        `${found.name} tarda un ${difference} más con la imagen lejana`,
      )
    : said(
        voice,
        `${found.name} takes ${difference} longer for the near image`,
        `${found.name} tarda un ${difference} más con la imagen cercana`,
      );
}

/** How much of the average transaction the microservices make up. */
export function waterfallFinding({ mean, other }: Totals, voice: FindingVoice): string | null {
  if (mean === null || other.mean === null || mean === 0) return null;
  const [time, share, rest] = [
    millisecondsText(voice, mean),
    voice.percent(1 - other.mean / mean),
    millisecondsText(voice, other.mean),
  ];
  return said(
    voice,
    `Microservices are ${share} of the average ${time}; ${rest} are none of theirs`,
    `Los microservicios son el ${share} de los ${time} medios; ${rest} no son de ninguno`,
  );
}

/** Where the middle and the tail of a time are. */
export function spreadFinding(p50: number | null, p95: number | null, voice: FindingVoice): string | null {
  if (p50 === null || p95 === null) return null;
  const [half, tail] = [millisecondsText(voice, p50), millisecondsText(voice, p95)];
  return said(
    voice,
    `Half take up to ${half}; one in 20 takes over ${tail}`,
    `La mitad no pasa de ${half}; una de cada 20 supera ${tail}`,
  );
}

/** `2025-01-17`, or `2025-01-17 14 h`. */
export function timeAtText({ day, hour }: TimeAt): string {
  const hours = hour === null ? '' : `${String(hour).padStart(2, '0')} h`;
  return [day ?? '', hours].filter((part) => part !== '').join(' ');
}

/** The largest lasting change of a level, or what stands out of it. */
export function trendFinding({ changes, standout }: Trend, voice: FindingVoice): string {
  const found = largest(changes, ({ change }) => Math.abs(Math.log1p(change)));
  if (found === null && standout !== null) {
    const [at, value, level] = [
      timeAtText(standout.at),
      millisecondsText(voice, standout.value),
      millisecondsText(voice, standout.level),
    ];
    return said(
      voice,
      `p95 stands out on ${at}: ${value} against ${level} usually`,
      `El p95 destaca el ${at}: ${value} frente a ${level} habituales`,
    );
  }
  if (found === null) {
    const least = voice.percent(LEAST_CHANGE, 0);
    return said(voice, `No lasting change of ${least} or more`, `Ningún cambio duradero del ${least} o más`);
  }
  const { figure, at, before, after, change } = found;
  const by = voice.percent(Math.abs(change), 0);
  const levels = `${millisecondsText(voice, before.level)} → ${millisecondsText(voice, after.level)}`;
  return change > 0
    ? said(
        voice,
        `${figure} rises by ${by} from ${timeAtText(at)}: ${levels}`,
        `${figure} sube un ${by} desde ${timeAtText(at)}: ${levels}`,
      )
    : said(
        voice,
        `${figure} falls by ${by} from ${timeAtText(at)}: ${levels}`,
        `${figure} baja un ${by} desde ${timeAtText(at)}: ${levels}`,
      );
}

/** Hours with fewer transactions are left out of what is said about load. */
const LEAST_PER_HOUR = 100;
const LEAST_HOURS = 6;
/** From here on ranks are called related. */
const RELATED = 0.5;

/** Whether the hours with more transactions are the slower ones, by rank. */
export function loadFinding(hours: readonly TimeAt[], voice: FindingVoice): string | null {
  const told = hours.filter(({ n, p95 }) => n >= LEAST_PER_HOUR && p95 !== null);
  const slowest = largest(told, ({ p95 }) => p95);
  if (slowest === null || slowest.p95 === null || told.length < LEAST_HOURS) return null;
  const rho = rankCorrelation(
    told.map(({ n }) => n),
    told.map(({ p95 }) => p95 ?? 0),
  );
  const tail = `${timeAtText({ ...slowest, day: null })}, p95 ${millisecondsText(voice, slowest.p95)}`;
  const related = `ρ ${voice.number(rho ?? 0, 2)}`;
  if (rho !== null && rho >= RELATED)
    return said(
      voice,
      `Busier hours are slower (${related}); slowest: ${tail}`,
      `Las horas con más carga son más lentas (${related}); la peor: ${tail}`,
    );
  if (rho !== null && rho <= -RELATED)
    return said(
      voice,
      `Quiet hours are slower (${related}); slowest: ${tail}`,
      `Las horas tranquilas son más lentas (${related}); la peor: ${tail}`,
    );
  return said(
    voice,
    `Load does not tell the slow hours (${related}); slowest: ${tail}`,
    `La carga no explica las horas lentas (${related}); la peor: ${tail}`,
  );
}

/** How often the microservices add up to more than the total. */
export function otherFinding({ other }: Totals, voice: FindingVoice): string | null {
  if (other.n === 0) return null;
  const [count, share] = [voice.number(other.negative), voice.percent(other.negative / other.n)];
  if (other.negative === 0)
    return said(voice, 'No transaction has negative “other” time', 'Ninguna transacción tiene “otros” negativo');
  const least = millisecondsText(voice, other.minimum ?? 0);
  return said(
    voice,
    `“Other” is negative in ${count} transactions (${share}), least ${least}`,
    `“Otros” es negativo en ${count} transacciones (${share}), mínimo ${least}`,
  );
}

/** An adjusted residual under this is what chance gives. */
const LEAST_RESIDUAL = 3;
/** Fewer transactions with an answer say nothing of their images. */
const LEAST_ANSWERS = 30;

/** The answer whose images differ most from all others', and how, by the adjusted residuals of the contingency table. */
export function classFinding(answers: readonly AnswerClasses[], voice: FindingVoice): string | null {
  const all = answers.reduce((sum, { n }) => sum + n, 0);
  const ofClass = new Map<string | null, number>();
  for (const { classes } of answers) for (const { name, n } of classes) ofClass.set(name, (ofClass.get(name) ?? 0) + n);
  const cells = answers
    .filter(({ n, description }) => n >= LEAST_ANSWERS && n < all && description !== null)
    .flatMap((answer) =>
      answer.classes.flatMap(({ name, n }) => {
        const whole = ofClass.get(name) ?? 0;
        if (name === null || whole === all) return [];
        const expected = (answer.n * whole) / all;
        const residual = (n - expected) / Math.sqrt(expected * (1 - answer.n / all) * (1 - whole / all));
        return [{ answer, name, share: n / answer.n, usual: whole / all, residual }];
      }),
    );
  const most = Math.max(...cells.map(({ residual }) => residual), 0);
  // Where there are two classes, what one has too many of the other lacks: the rarer class says more.
  const found = largest(
    cells.filter(({ residual }) => residual >= LEAST_RESIDUAL && residual > most * 0.9),
    ({ share, usual }) => share / usual,
  );
  if (found === null) return null;
  const { answer, name, share, usual } = found;
  const [its, others] = [voice.percent(share), voice.percent(usual)];
  return said(
    voice,
    `${answer.description ?? ''}: ${its} ${name}, against ${others} of all`,
    `${answer.description ?? ''}: ${its} ${name}, frente al ${others} del total`,
  );
}
