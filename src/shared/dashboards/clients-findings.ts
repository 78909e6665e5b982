import type { Language, LocalizedText } from '../language.ts';
import { said, type FindingVoice } from './finding-voice.ts';
import { isClear, proportionDifference } from '../statistics/proportion-difference.ts';
import { dayText } from './day-text.ts';
import type {
  ClientRates,
  ClientTrend,
  DayClientCounts,
  HourCell,
  ProcessRates,
  ResponseCount,
} from './clients-figures.ts';

/** Clients with fewer transactions are not judged. */
const LEAST_JUDGED = 30;

const NAMELESS: LocalizedText = { en: '(no client)', es: '(sin cliente)' };
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'],
  es: ['los lunes', 'los martes', 'los miércoles', 'los jueves', 'los viernes', 'los sábados', 'los domingos'],
};

/** What a client is called in a sentence. */
export function clientName(client: string | null, language: Language): string {
  return client ?? NAMELESS[language];
}

/** Which day has most transactions. */
export function busiestDay({ days, totals }: DayClientCounts, voice: FindingVoice): string | null {
  const most = Math.max(0, ...totals);
  const day = days[totals.indexOf(most)];
  const all = totals.reduce((sum, value) => sum + value, 0);
  if (day === undefined || most === 0) return null;
  const [when, n, share] = [dayText(day, voice.language), voice.number(most), voice.percent(most / all)];
  return said(
    voice,
    `Most transactions came on ${when}: ${n}, ${share} of all`,
    `El día con más transacciones fue el ${when}: ${n}, el ${share}`,
  );
}

/** Which answer is the commonest among those that are no acceptance. */
export function commonestFailure(responses: readonly ResponseCount[], voice: FindingVoice): string | null {
  const failures = responses.filter(({ status }) => status !== 'ok');
  const [first] = failures;
  if (first === undefined) return null;
  const all = failures.reduce((sum, { n }) => sum + n, 0);
  const name = first.description ?? (first.code === null ? '–' : String(first.code));
  return said(
    voice,
    `“${name}” is the commonest failure: ${voice.number(first.n)}, ${voice.percent(first.n / all)} of the errors`,
    `«${name}» es el rechazo más frecuente: ${voice.number(first.n)}, el ${voice.percent(first.n / all)} de los errores`,
  );
}

/** How many transactions are accepted. */
export function acceptedShare(n: number, accepted: number, voice: FindingVoice): string | null {
  if (n === 0) return null;
  return said(
    voice,
    `${voice.percent(accepted / n)} are accepted: ${voice.number(accepted)} of ${voice.number(n)}`,
    `Se acepta el ${voice.percent(accepted / n)}: ${voice.number(accepted)} de ${voice.number(n)}`,
  );
}

/**
 * Which client is accepted least, where that is clear: the 95 % interval of its difference to all the others together leaves
 * out nothing.
 */
export function leastAccepted(rates: readonly ClientRates[], voice: FindingVoice): string | null {
  const judged = rates.filter(({ n }) => n >= LEAST_JUDGED);
  if (judged.length < 2) return null;
  const [least] = judged.toSorted((a, b) => (a.acceptance.rate ?? 0) - (b.acceptance.rate ?? 0));
  const rate = least?.acceptance.rate ?? null;
  if (least === undefined || rate === null) return null;
  const [k, n] = rates.reduce(([ks, ns], { acceptance }) => [ks + acceptance.k, ns + acceptance.n], [0, 0]);
  const { acceptance } = least;
  const difference = proportionDifference(acceptance.k, acceptance.n, k - acceptance.k, n - acceptance.n);
  if (difference === null || !isClear(difference))
    return said(
      voice,
      'No client clearly stands apart by its acceptance',
      'Ningún cliente se distingue con claridad por su aceptación',
    );
  const [name, share, base] = [
    clientName(least.client, voice.language),
    voice.percent(rate),
    voice.number(acceptance.n),
  ];
  return said(
    voice,
    `${name} is accepted least: ${share} (n ${base})`,
    `${name} es el menos aceptado: ${share} (n ${base})`,
  );
}

/** What retries do to acceptance. */
export function retryGain(overall: ProcessRates | undefined, voice: FindingVoice): string | null {
  if (overall === undefined || overall.firstTry.rate === null || overall.final.rate === null) return null;
  const [first, final, n] = [
    voice.percent(overall.firstTry.rate),
    voice.percent(overall.final.rate),
    voice.number(overall.n),
  ];
  const isGain = overall.final.rate >= overall.firstTry.rate;
  return isGain
    ? said(
        voice,
        `Retries lift acceptance from ${first} to ${final} of ${n} processes`,
        `Con reintentos la aceptación sube del ${first} al ${final} de ${n} procesos`,
      )
    : said(
        voice,
        `Retries lower acceptance from ${first} to ${final} of ${n} processes`,
        `Con reintentos la aceptación baja del ${first} al ${final} de ${n} procesos`,
      );
}

/** Which client changed most against the period before, where that is clear. */
export function largestChange(trends: readonly ClientTrend[], days: number, voice: FindingVoice): string | null {
  if (trends.length === 0) return null;
  const [most] = trends
    .flatMap(({ client, change }) => (change !== null && isClear(change) ? [{ client, change }] : []))
    .toSorted((a, b) => Math.abs(b.change.difference) - Math.abs(a.change.difference));
  const before = voice.language === 'es' ? beforeEs(days) : beforeEn(days);
  if (most === undefined)
    return said(
      voice,
      `No client's acceptance changed clearly against ${before}`,
      `La aceptación de ningún cliente cambió con claridad frente a ${before}`,
    );
  const points = voice.number(Math.abs(most.change.difference) * 100, 1);
  const name = clientName(most.client, voice.language);
  const isUp = most.change.difference > 0;
  return said(
    voice,
    `${name} ${isUp ? 'rose' : 'fell'} by ${points} points against ${before}`,
    `${name} ${isUp ? 'subió' : 'bajó'} ${points} puntos frente a ${before}`,
  );
}

const beforeEn = (days: number): string => (days === 1 ? 'the day before' : `the ${days} days before`);
const beforeEs = (days: number): string => (days === 1 ? 'el día anterior' : `los ${days} días anteriores`);

/** Which hour of the week is the busiest. */
export function busiestHour(cells: readonly HourCell[], voice: FindingVoice): string | null {
  const [most] = cells.toSorted((a, b) => b.acceptance.n - a.acceptance.n);
  if (most === undefined) return null;
  const all = cells.reduce((sum, { acceptance }) => sum + acceptance.n, 0);
  const day = WEEKDAYS[voice.language][most.weekday - 1] ?? '';
  const hours = `${most.hour}:00–${most.hour + 1}:00`;
  const [n, share] = [voice.number(most.acceptance.n), voice.percent(most.acceptance.n / all)];
  return said(
    voice,
    `The busiest hour is ${day} ${hours}: ${n}, ${share} of all`,
    `La hora con más tráfico es ${day}, ${hours}: ${n}, el ${share}`,
  );
}
