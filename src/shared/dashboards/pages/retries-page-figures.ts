import type { Proportion } from '../../contract/figures.ts';
import { proportion } from '../../statistics/proportion.ts';
import { answerRows, countOf, textOf } from '../answer-rows.ts';
import { clientName } from '../clients-findings.ts';
import { said } from '../finding-voice.ts';
import {
  acceptanceCurves,
  attemptRates,
  busyPersons,
  clientFigures,
  longProcesses,
  overallFigures,
  sizeCounts,
  timeToShare,
  OPEN_SIZE,
} from '../retries-answers.ts';
import {
  abandonmentFinding,
  answerName,
  attemptsFinding,
  curveFinding,
  flowFinding,
  longestFinding,
  personsFinding,
  repeatFinding,
  sizesFinding,
} from '../retries-findings.ts';
import { ABANDONED_AFTER_MINUTES } from '../retries-queries.ts';
import { refusalFates, retryShares, stepsOf } from '../retries-steps.ts';
import { spanText } from '../span-text.ts';
import { headingsIn, rateCells, type FigureTable } from './figure-table.ts';
import { answerTo, findingsOf, type PageFigures, type PageSubject } from './page-subject.ts';

/** Shares of which it is told when they were accepted. */
const TOLD_SHARES = [0.5, 0.75, 0.8, 0.9, 0.95, 0.99] as const;

/** The figures of the page about retries, in the order of its charts. */
export function retriesPageFigures(subject: PageSubject): PageFigures {
  const { voice } = subject;
  const head = headingsIn(voice);
  const title = (en: string, es: string): string => said(voice, en, es);
  const name = (client: string | null): string => clientName(client, voice.language);
  const ofProcesses = title('n: processes', 'n: procesos');

  const overall = overallFigures(answerTo(subject, 'overall'));
  const clients = clientFigures(answerTo(subject, 'byClient'));
  const sizes = sizeCounts(answerTo(subject, 'bySize'));
  const attempts = attemptRates(answerTo(subject, 'byAttempt'));
  const [curve] = acceptanceCurves(answerTo(subject, 'curve'));
  const flow = stepsOf(answerTo(subject, 'flow'));
  const together = stepsOf(answerTo(subject, 'steps'));
  const fates = refusalFates(together);
  const shares = retryShares(together);
  const longest = longProcesses(answerTo(subject, 'longest'));
  const persons = busyPersons(answerTo(subject, 'persons'));

  const findings = findingsOf(
    sizesFinding(sizes, voice),
    attemptsFinding(attempts, voice),
    curveFinding(curve, voice),
    flowFinding(flow, voice),
    repeatFinding(fates, voice),
    abandonmentFinding(clients, voice),
    longestFinding(longest, overall.attempts, voice),
    personsFinding(persons, voice),
  );

  const span = spanText(ABANDONED_AFTER_MINUTES * 60, voice);
  const processes = title('processes', 'procesos');
  const refusedRetries = title('retries after a refusal', 'reintentos tras un rechazo');
  const rates: readonly (readonly [string, string, Proportion])[] = [
    [title('First-try acceptance', 'Aceptación al primer intento'), processes, overall.firstTry],
    [title('Final acceptance', 'Aceptación final'), processes, overall.final],
    [
      title('Recovery', 'Recuperación'),
      title('processes that failed first', 'procesos que fallaron primero'),
      overall.recovery,
    ],
    [
      title(`Abandonment after ${span}`, `Abandono tras ${span}`),
      title('processes that have ended', 'procesos terminados'),
      overall.abandonment,
    ],
    [title('Same reason again', 'El mismo motivo otra vez'), refusedRetries, shares.repeated],
    [title('Accepted at the retry', 'Aceptado en el reintento'), refusedRetries, shares.helped],
    [
      title('Retries after acceptance', 'Reintentos tras la aceptación'),
      title('attempts', 'intentos'),
      shares.needless,
    ],
  ];

  const tables: readonly FigureTable[] = [
    {
      name: 'overall',
      title: title('Attempts per process', 'Intentos por proceso'),
      note: null,
      questions: ['overall'],
      columns: [
        head.count('processes'),
        head.count('attempts'),
        head.of('mean', 'number'),
        head.of('p95', 'number'),
        head.count('maximum'),
        head.count('returned_late'),
      ],
      rows: [[overall.n, overall.attempts, overall.mean, overall.p95, overall.most, overall.returnedLate]],
    },
    {
      name: 'rates',
      title: title('Rates', 'Tasas'),
      note: title('with Wilson 95% intervals', 'con intervalos de Wilson al 95 %'),
      questions: ['overall', 'steps'],
      columns: [head.name('figure'), head.name('of'), head.count('n'), head.count('k'), ...head.rate('rate')],
      rows: rates.map(([figure, unit, rate]) => [figure, unit, rate.n, rate.k, ...rateCells(rate)]),
    },
    {
      name: 'bySize',
      title: title('Processes by attempts', 'Procesos por intentos'),
      note: ofProcesses,
      questions: ['bySize'],
      columns: [head.name('attempts'), head.count('n'), head.count('accepted')],
      rows: sizes.map(({ size, n, accepted }) => [openNumber(size), n, accepted]),
    },
    {
      name: 'byAttempt',
      title: title('Acceptance by attempt number', 'Aceptación por número de intento'),
      note: title('n: transactions', 'n: transacciones'),
      questions: ['byAttempt'],
      columns: [head.name('attempt'), head.count('n'), head.count('accepted'), ...head.rate('acceptance')],
      rows: attempts.map(({ attempt, rate }) => [openNumber(attempt), rate.n, rate.k, ...rateCells(rate)]),
    },
    {
      name: 'byDay',
      title: title('Processes by the day on which they began', 'Procesos por el día en que empezaron'),
      note: ofProcesses,
      questions: ['byDay'],
      columns: [head.name('day'), head.count('n'), head.count('accepted'), ...head.rate('first_try')],
      rows: answerRows(answerTo(subject, 'byDay'))
        .filter((row) => countOf(row, 'attempt') === 1)
        .map((row) => {
          const rate = proportion(countOf(row, 'accepted'), countOf(row, 'n'));
          return [textOf(row, 'day'), rate.n, rate.k, ...rateCells(rate)];
        }),
    },
    {
      name: 'timesToShare',
      title: title('Time to acceptance', 'Tiempo hasta la aceptación'),
      note: title(
        'Kaplan-Meier: when so many of those who persist are accepted',
        'Kaplan-Meier: cuándo se acepta a tantos de quienes insisten',
      ),
      questions: ['curve'],
      columns: [head.share('accepted'), head.name('within'), head.of('seconds', 's')],
      rows: TOLD_SHARES.map((share) => {
        const seconds = curve === undefined ? null : timeToShare(curve, share);
        return [share, seconds === null ? null : spanText(seconds, voice), seconds];
      }),
    },
    {
      name: 'curve',
      title: title('Time to acceptance, step by step', 'Tiempo hasta la aceptación, paso a paso'),
      note: title('Kaplan-Meier with 95% intervals', 'Kaplan-Meier con intervalos del 95 %'),
      questions: ['curve'],
      columns: [
        head.of('seconds', 's'),
        head.share('accepted'),
        head.share('low'),
        head.share('high'),
        head.share('of_all'),
        head.count('at_risk'),
      ],
      rows: (curve?.points ?? []).map(({ seconds, accepted, low, high, ofAll, atRisk }) => [
        seconds,
        accepted,
        low,
        high,
        ofAll,
        atRisk,
      ]),
    },
    {
      name: 'flow',
      title: title('From answer to answer', 'De respuesta en respuesta'),
      note: title('of the first attempts of every process', 'de los primeros intentos de cada proceso'),
      questions: ['flow'],
      columns: [head.name('answer'), head.name('attempt'), head.name('next'), head.count('n')],
      rows: flow.map(({ attempt, from, to, n }) => [
        answerName(from, voice),
        String(attempt),
        to === null ? title('(end)', '(fin)') : answerName(to, voice),
        n,
      ]),
    },
    {
      name: 'steps',
      title: title('What follows a refusal', 'Qué sigue a un rechazo'),
      note: title('the next attempt; repeats: of the retries', 'el intento siguiente; se repite: de los reintentos'),
      questions: ['steps'],
      columns: [
        head.name('answer'),
        head.count('n'),
        head.count('same'),
        head.count('another'),
        head.count('accepted'),
        head.count('gave_up'),
        ...head.rate('repeats'),
      ],
      rows: fates.map(({ answer, n, same, other, accepted, none, repeats }) => [
        answerName(answer, voice),
        n,
        same,
        other,
        accepted,
        none,
        ...rateCells(repeats),
      ]),
    },
    {
      name: 'byClient',
      title: title('Retries by client', 'Reintentos por cliente'),
      note: ofProcesses,
      questions: ['byClient'],
      columns: [
        head.name('client'),
        head.count('n'),
        head.of('mean_attempts', 'number'),
        head.share('first_try'),
        head.share('final'),
        head.share('recovery'),
        ...head.rate('abandonment'),
      ],
      rows: clients.map(({ client, n, mean, firstTry, final, recovery, abandonment }) => [
        name(client),
        n,
        mean,
        firstTry.rate,
        final.rate,
        recovery.rate,
        ...rateCells(abandonment),
      ]),
    },
    {
      name: 'longest',
      title: title('Processes with most attempts', 'Procesos con más intentos'),
      note: null,
      questions: ['longest'],
      columns: [
        head.name('process'),
        head.count('attempts'),
        head.name('client'),
        head.name('begun'),
        head.of('seconds', 's'),
        head.name('last_answer'),
      ],
      rows: longest.map(({ process, attempts: made, client, firstDate, seconds, lastDescription }) => [
        process,
        made,
        name(client),
        firstDate?.slice(0, 19) ?? null,
        seconds,
        lastDescription,
      ]),
    },
    {
      name: 'persons',
      title: title('Persons with most processes', 'Personas con más procesos'),
      note: null,
      questions: ['persons'],
      columns: [
        head.name('person'),
        head.count('processes'),
        head.count('attempts'),
        head.count('clients'),
        ...head.rate('final'),
      ],
      rows: persons.map(({ person, processes: begun, attempts: made, clients: of, accepted }) => [
        person,
        begun,
        made,
        of,
        ...rateCells(accepted),
      ]),
    },
  ];
  return { findings, tables };
}

function openNumber(value: number): string {
  return value >= OPEN_SIZE ? `${value}+` : String(value);
}
