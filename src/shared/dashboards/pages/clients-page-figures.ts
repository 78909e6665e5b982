import { answerRows, countOf, numberOf, textOf } from '../answer-rows.ts';
import { weekdayText } from '../calendar-names.ts';
import {
  clientRates,
  clientTrends,
  dayClientCounts,
  hourCells,
  processRates,
  responseCounts,
  transactionRates,
} from '../clients-figures.ts';
import {
  acceptedShare,
  busiestDay,
  busiestHour,
  clientName,
  commonestFailure,
  largestChange,
  leastAccepted,
  retryGain,
} from '../clients-findings.ts';
import { facetPasses, type FacetValue } from '../facet-filter.ts';
import { codeText } from '../code-text.ts';
import { said } from '../finding-voice.ts';
import { periodPair } from '../period-pair.ts';
import { proportion } from '../../statistics/proportion.ts';
import type { Facet } from '../../contract/aggregate.ts';
import { headingsIn, rateCells, type FigureTable } from './figure-table.ts';
import { answerTo, findingsOf, type PageFigures, type PageSubject } from './page-subject.ts';

/** The figures of the page about clients, in the order of its charts. */
export function clientsPageFigures(subject: PageSubject): PageFigures {
  const { filters, voice } = subject;
  const passes = (facet: Facet, value: FacetValue): boolean => facetPasses(filters, facet, value);
  const name = (client: string | null): string => clientName(client, voice.language);
  const head = headingsIn(voice);
  const title = (en: string, es: string): string => said(voice, en, es);
  const of = {
    transactions: title('n: transactions', 'n: transacciones'),
    processes: title('n: processes', 'n: procesos'),
  };

  const [totalsRow] = answerRows(answerTo(subject, 'totals'));
  const totals = transactionRates(totalsRow);
  const [overall] = processRates(answerTo(subject, 'processes'));
  const responses = responseCounts(answerTo(subject, 'byResponse'));
  const isSelected = ({ code, description, status }: (typeof responses)[number]): boolean =>
    passes('code', code) && passes('description', description) && passes('status', status);
  const accepted = responses.reduce((sum, { status, n }) => sum + (status === 'ok' ? n : 0), 0);
  const answered = responses.reduce((sum, { n }) => sum + n, 0);
  const clients = clientRates(answerTo(subject, 'byClient'));
  const processes = processRates(answerTo(subject, 'processesByClient'));
  const days = dayClientCounts(answerTo(subject, 'byDayAndClient'));
  const selectedDays = days.days.map((day, at) =>
    passes('day', day)
      ? days.clients.reduce((sum, { client, counts }) => sum + (passes('client', client) ? (counts[at] ?? 0) : 0), 0)
      : 0,
  );
  const cells = hourCells(answerTo(subject, 'byWeekdayAndHour'));
  const periods = periodPair(days.days, filters);
  const trends = periods === null ? [] : clientTrends(days, periods).filter(({ client }) => passes('client', client));

  const findings = findingsOf(
    busiestDay({ ...days, totals: selectedDays }, voice),
    acceptedShare(answered, accepted, voice),
    commonestFailure(responses.filter(isSelected), voice),
    leastAccepted(clients, voice),
    retryGain(overall, voice),
    busiestHour(
      cells.filter(({ weekday, hour }) => passes('weekday', weekday) && passes('hour', hour)),
      voice,
    ),
    periods === null ? null : largestChange(trends, periods.days, voice),
  );

  const transactions = title('transactions', 'transacciones');
  const rates = [
    [title('Acceptance', 'Aceptación'), transactions, totals.acceptance],
    ...(overall === undefined
      ? []
      : ([
          [
            title('First-try acceptance', 'Aceptación al primer intento'),
            title('processes', 'procesos'),
            overall.firstTry,
          ],
          [title('Final acceptance', 'Aceptación final'), title('processes', 'procesos'), overall.final],
          [
            title('Recovery', 'Recuperación'),
            title('processes that failed first', 'procesos que fallaron primero'),
            overall.recovery,
          ],
        ] as const)),
    [
      title('PAD reject rate', 'Tasa de rechazo PAD'),
      title('transactions that reached PAD', 'transacciones que llegaron al PAD'),
      totals.padRejects,
    ],
    [title('Technical failures', 'Fallos técnicos'), transactions, totals.technicalFailures],
  ] as const;

  const tables: readonly FigureTable[] = [
    {
      name: 'totals',
      title: title('In all', 'En total'),
      note: null,
      questions: ['totals', 'processes'],
      columns: [
        head.count('transactions'),
        head.count('processes'),
        head.of('mean_attempts', 'number'),
        head.count('persons'),
        head.count('clients'),
      ],
      rows: [[totals.n, overall?.n ?? 0, overall?.meanAttempts ?? null, totals.persons, countOf(totalsRow, 'clients')]],
    },
    {
      name: 'rates',
      title: title('Rates', 'Tasas'),
      note: title('with Wilson 95% intervals', 'con intervalos de Wilson al 95 %'),
      questions: ['totals', 'processes'],
      columns: [head.name('figure'), head.name('of'), head.count('n'), head.count('k'), ...head.rate('rate')],
      rows: rates.map(([figure, unit, rate]) => [figure, unit, rate.n, rate.k, ...rateCells(rate)]),
    },
    {
      name: 'byDayAndClient',
      title: title('Transactions per day by client', 'Transacciones por día y cliente'),
      note: title('on the clock of the log', 'en el reloj del registro'),
      questions: ['byDayAndClient'],
      columns: [
        head.name('day'),
        head.count('all'),
        ...days.clients.map(({ client }) => head.own(name(client), 'count')),
      ],
      rows: days.days.map((day, at) => [
        day,
        days.totals[at] ?? 0,
        ...days.clients.map(({ counts }) => counts[at] ?? 0),
      ]),
    },
    {
      name: 'byDay',
      title: title('Acceptance per day', 'Aceptación por día'),
      note: of.transactions,
      questions: ['byDay'],
      columns: [
        head.name('day'),
        head.count('n'),
        head.count('accepted'),
        ...head.rate('acceptance'),
        head.share('pad_reject_rate'),
        head.share('technical_failures'),
        head.count('persons'),
      ],
      rows: answerRows(answerTo(subject, 'byDay')).map((row) => {
        const { n, acceptance, padRejects, technicalFailures, persons } = transactionRates(row);
        return [
          textOf(row, 'day'),
          n,
          acceptance.k,
          ...rateCells(acceptance),
          padRejects.rate,
          technicalFailures.rate,
          persons,
        ];
      }),
    },
    {
      name: 'byDayAndAttempt',
      title: title('First attempts per day', 'Primeros intentos por día'),
      note: of.processes,
      questions: ['byDayAndAttempt'],
      columns: [head.name('day'), head.count('n'), head.count('accepted'), ...head.rate('first_try')],
      rows: answerRows(answerTo(subject, 'byDayAndAttempt'))
        .filter((row) => numberOf(row, 'attempt') === 1)
        .map((row) => {
          const rate = proportion(countOf(row, 'accepted'), countOf(row, 'n'));
          return [textOf(row, 'day'), rate.n, rate.k, ...rateCells(rate)];
        }),
    },
    {
      name: 'byResponse',
      title: title('Answers by code', 'Respuestas por código'),
      note: of.transactions,
      questions: ['byResponse'],
      columns: [head.name('answer'), head.name('code'), head.name('status'), head.count('n'), head.share('share')],
      rows: responses.map(({ code, description, status, n, share }) => [
        description,
        code === null ? null : codeText(code),
        status,
        n,
        share,
      ]),
    },
    {
      name: 'byClient',
      title: title('Clients', 'Clientes'),
      note: of.transactions,
      questions: ['byClient'],
      columns: [
        head.name('client'),
        head.count('n'),
        head.count('persons'),
        ...head.rate('acceptance'),
        ...head.rate('pad_reject_rate'),
        head.share('technical_failures'),
      ],
      rows: clients.map(({ client, n, persons, acceptance, padRejects, technicalFailures }) => [
        name(client),
        n,
        persons,
        ...rateCells(acceptance),
        ...rateCells(padRejects),
        technicalFailures.rate,
      ]),
    },
    {
      name: 'processesByClient',
      title: title('First-try against final acceptance by client', 'Aceptación inicial y final por cliente'),
      note: of.processes,
      questions: ['processesByClient'],
      columns: [
        head.name('client'),
        head.count('n'),
        ...head.rate('first_try'),
        ...head.rate('final'),
        head.share('recovery'),
        head.of('mean_attempts', 'number'),
      ],
      rows: processes.map(({ client, n, firstTry, final, recovery, meanAttempts }) => [
        name(client),
        n,
        ...rateCells(firstTry),
        ...rateCells(final),
        recovery.rate,
        meanAttempts,
      ]),
    },
    {
      name: 'trend',
      title: title('Clients against the period before', 'Clientes frente al periodo anterior'),
      note:
        periods === null
          ? title('there are no earlier days', 'no hay días anteriores')
          : `${periods.present.from}–${periods.present.to} / ${periods.previous.from}–${periods.previous.to}`,
      questions: ['byDayAndClient'],
      columns: [
        head.name('client'),
        head.count('n'),
        head.count('previous_n'),
        head.share('acceptance'),
        head.share('previous'),
        ...head.rate('change'),
      ],
      rows: trends.map(({ client, present, previous, change }) => [
        name(client),
        present.n,
        previous.n,
        present.rate,
        previous.rate,
        change?.difference ?? null,
        change?.low ?? null,
        change?.high ?? null,
      ]),
    },
    {
      name: 'byWeekdayAndHour',
      title: title('Hour and weekday', 'Hora y día de la semana'),
      note: title('transactions on the clock of the log', 'transacciones en el reloj del registro'),
      questions: ['byWeekdayAndHour'],
      columns: [
        head.name('weekday'),
        head.of('hour', 'name'),
        head.count('n'),
        head.count('accepted'),
        ...head.rate('acceptance'),
      ],
      rows: cells.map(({ weekday, hour, acceptance }) => [
        weekdayText(weekday, voice.language, 'long'),
        String(hour),
        acceptance.n,
        acceptance.k,
        ...rateCells(acceptance),
      ]),
    },
  ];
  return { findings, tables };
}
