import { said, type FindingVoice } from './finding-voice.ts';
import { LEAST_FOR_FINDING, contrast, standsOut } from './rate-findings.ts';
import {
  timeToShare,
  type AcceptanceCurve,
  type Answer,
  type AttemptRate,
  type BusyPerson,
  type LongProcess,
  type ProcessFigures,
  type SizeCount,
} from './retries-answers.ts';
import { isAccepted, type RefusalFate, type Step } from './retries-steps.ts';
import { spanText } from './span-text.ts';

const rateText = (voice: FindingVoice, rate: number | null): string => voice.percent(rate ?? 0);

/** What an answer is called in a sentence. */
export function answerName(
  { description }: Pick<Answer, 'description'>,
  voice: Pick<FindingVoice, 'language'>,
): string {
  return description ?? (voice.language === 'es' ? '(sin respuesta)' : '(no answer)');
}

/** How many processes need more than one attempt. */
export function sizesFinding(sizes: readonly SizeCount[], voice: FindingVoice): string | null {
  const n = sizes.reduce((sum, size) => sum + size.n, 0);
  if (n === 0) return null;
  const several = sizes.reduce((sum, { size, n: count }) => sum + (size > 1 ? count : 0), 0);
  const share = voice.percent(several / n);
  if (several === 0)
    return said(voice, 'No process has more than one attempt', 'Ningún proceso tiene más de un intento');
  return said(
    voice,
    `${share} of processes take more than one attempt`,
    `El ${share} de los procesos lleva más de un intento`,
  );
}

/** Whether the second attempt fares better than the first. */
export function attemptsFinding(rates: readonly AttemptRate[], voice: FindingVoice): string | null {
  const [first, second] = [1, 2].map((attempt) => rates.find((one) => one.attempt === attempt)?.rate);
  if (first === undefined || second === undefined) return null;
  const { kind } = contrast(second, first);
  const [one, two] = [rateText(voice, first.rate), rateText(voice, second.rate)];
  switch (kind) {
    case 'too-few':
      return null;
    case 'alike':
      return said(
        voice,
        `Second attempts fare as first ones do: ${two}, ${one}`,
        `Los segundos intentos van como los primeros: ${two}, ${one}`,
      );
    case 'higher':
      return said(
        voice,
        `Second attempts fare better: ${two} against ${one}`,
        `Los segundos intentos van mejor: ${two} frente a ${one}`,
      );
    case 'lower':
      return said(
        voice,
        `Second attempts fare worse: ${two} against ${one}`,
        `Los segundos intentos van peor: ${two} frente a ${one}`,
      );
  }
}

const WATCHED_SHARES = [0.5, 0.75, 0.8, 0.9, 0.95, 0.99] as const;

/** How long acceptance takes: of the shares that are looked at, the second that was not reached at once. */
export function curveFinding(curve: AcceptanceCurve | undefined, voice: FindingVoice): string | null {
  if (curve === undefined) return null;
  const reached = WATCHED_SHARES.flatMap((share) => {
    const seconds = timeToShare(curve, share);
    return seconds === null || seconds === 0 ? [] : [{ share, seconds }];
  });
  const told = reached[1] ?? reached[0];
  if (told === undefined) return null;
  const [share, time] = [voice.percent(told.share, 0), spanText(told.seconds, voice)];
  return said(
    voice,
    `${share} of those who persist are accepted within ${time}`,
    `El ${share} de quienes insisten pasa en ${time}`,
  );
}

/** How processes by client were accepted: whose curve ends where. The client that takes longest to reach the watched share. */
export function slowestCurve(curves: readonly AcceptanceCurve[], voice: FindingVoice): string | null {
  const share = 0.9;
  const times = curves
    .filter(({ points }) => (points[0]?.atRisk ?? 0) >= LEAST_FOR_FINDING)
    .map((curve) => ({ client: curve.client, seconds: timeToShare(curve, share) }));
  const never = times.filter(({ seconds }) => seconds === null);
  if (times.length < 2) return null;
  if (never.length > 0) {
    const names = never.map(({ client }) => client ?? said(voice, '(no client)', '(sin cliente)')).join(', ');
    const percent = voice.percent(share, 0);
    return said(voice, `${names} never reaches ${percent}`, `${names} no llega nunca al ${percent}`);
  }
  const [slowest] = times.toSorted((a, b) => (b.seconds ?? 0) - (a.seconds ?? 0));
  if (slowest === undefined || slowest.seconds === null) return null;
  const [name, time, percent] = [
    slowest.client ?? said(voice, '(no client)', '(sin cliente)'),
    spanText(slowest.seconds, voice),
    voice.percent(share, 0),
  ];
  return said(
    voice,
    `${name} takes longest to reach ${percent}: ${time}`,
    `${name} es el que más tarda en llegar al ${percent}: ${time}`,
  );
}

/** What becomes of a refused first attempt. */
export function flowFinding(steps: readonly Step[], voice: FindingVoice): string | null {
  const refused = steps.filter(({ attempt, from }) => attempt === 1 && !isAccepted(from));
  const sum = (some: readonly Step[]): number => some.reduce((total, { n }) => total + n, 0);
  const n = sum(refused);
  if (n < LEAST_FOR_FINDING) return null;
  const accepted = voice.percent(sum(refused.filter(({ to }) => to !== null && isAccepted(to))) / n);
  const ended = voice.percent(sum(refused.filter(({ to }) => to === null)) / n);
  return said(
    voice,
    `After a refused first attempt ${accepted} are accepted at the second and ${ended} give up`,
    `Tras un primer intento rechazado, el ${accepted} es aceptado al segundo y el ${ended} abandona`,
  );
}

/** Which reason repeats beyond the others. */
export function repeatFinding(fates: readonly RefusalFate[], voice: FindingVoice): string | null {
  const found = standsOut(fates.map(({ answer, repeats }) => ({ key: answerName(answer, voice), rate: repeats })));
  switch (found.kind) {
    case 'too-few':
      return null;
    case 'alike': {
      const share = rateText(voice, found.overall.rate);
      return said(
        voice,
        `${share} of retries meet the same reason again, no reason more than chance explains`,
        `El ${share} de los reintentos recibe el mismo motivo, y ninguno más de lo que explica el azar`,
      );
    }
    case 'stands-out': {
      const { highest, others } = found;
      const [share, rest] = [rateText(voice, highest.rate.rate), rateText(voice, others.rate)];
      const [name, n] = [highest.key ?? '', voice.number(highest.rate.n)];
      return said(
        voice,
        `“${name}” repeats most: ${share} of ${n} retries meet it again, of the others ${rest}`,
        `«${name}» es lo que más se repite: ${share} de ${n} reintentos; en los demás motivos, ${rest}`,
      );
    }
  }
}

/** Which client loses most people. */
export function abandonmentFinding(clients: readonly ProcessFigures[], voice: FindingVoice): string | null {
  const found = standsOut(clients.map(({ client, abandonment }) => ({ key: client, rate: abandonment })));
  switch (found.kind) {
    case 'too-few':
      return null;
    case 'alike': {
      const share = rateText(voice, found.overall.rate);
      return said(
        voice,
        `${share} give up, at no client more than chance explains`,
        `Abandona el ${share}, y en ningún cliente más de lo que explica el azar`,
      );
    }
    case 'stands-out': {
      const { highest, others } = found;
      const name = highest.key ?? said(voice, '(no client)', '(sin cliente)');
      const [share, rest, n] = [
        rateText(voice, highest.rate.rate),
        rateText(voice, others.rate),
        voice.number(highest.rate.n),
      ];
      return said(
        voice,
        `At ${name} most give up: ${share} (n ${n}), elsewhere ${rest}`,
        `En ${name} abandonan más: ${share} (n ${n}); en los demás, ${rest}`,
      );
    }
  }
}

/** From this share of all attempts on a single process weighs. */
const LEAST_WEIGHT = 0.01;

/** How much the longest process weighs. */
export function longestFinding(
  processes: readonly LongProcess[],
  attempts: number,
  voice: FindingVoice,
): string | null {
  const [longest] = processes;
  if (longest === undefined || attempts === 0) return null;
  const name = longest.process ?? said(voice, 'One process', 'Un proceso');
  const [n, time, weight] = [
    voice.number(longest.attempts),
    spanText(longest.seconds, voice),
    longest.attempts / attempts,
  ];
  if (weight < LEAST_WEIGHT)
    return said(
      voice,
      `${name} made most attempts: ${n} in ${time}`,
      `${name} hizo más intentos que ninguno: ${n} en ${time}`,
    );
  const share = voice.percent(weight);
  return said(
    voice,
    `${name} alone made ${n} attempts in ${time}: ${share} of all`,
    `${name} solo hizo ${n} intentos en ${time}: el ${share} de todos`,
  );
}

/** How often the busiest person began anew. */
export function personsFinding(persons: readonly BusyPerson[], voice: FindingVoice): string | null {
  const [first] = persons;
  if (first === undefined) return null;
  const [processes, accepted] = [voice.number(first.processes), rateText(voice, first.accepted.rate)];
  return said(
    voice,
    `${first.person} began ${processes} processes, ${accepted} of them accepted`,
    `${first.person} inició ${processes} procesos, aceptados el ${accepted}`,
  );
}
