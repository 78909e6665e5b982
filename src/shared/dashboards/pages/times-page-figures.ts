import {
  answerClassesOf,
  binsOf,
  serviceDaysOf,
  servicePartsOf,
  serviceTimesOf,
  shareOf,
  timesAtOf,
  totalsOf,
} from '../times-answers.ts';
import {
  classFinding,
  loadFinding,
  longestServiceFinding,
  otherFinding,
  queueFinding,
  sidesFinding,
  spreadFinding,
  tailFinding,
  trendFinding,
  waterfallFinding,
} from '../times-findings.ts';
import { IMAGE_CLASS_FACETS, TIME_PARTS, type ImageClassFacet } from '../times-queries.ts';
import { trendOf } from '../times-trend.ts';
import { codeText } from '../code-text.ts';
import { said } from '../finding-voice.ts';
import { headingsIn, type FigureTable } from './figure-table.ts';
import { answerTo, findingsOf, type PageFigures, type PageSubject } from './page-subject.ts';

/** The figures of the page about microservice times, in the order of its charts. */
export function timesPageFigures(subject: PageSubject): PageFigures {
  const { voice } = subject;
  const { microservices } = subject.model;
  const head = headingsIn(voice);
  const title = (en: string, es: string): string => said(voice, en, es);

  const totals = totalsOf(answerTo(subject, 'totals'));
  const services = serviceTimesOf(microservices, answerTo(subject, 'services'), totals);
  const parts = servicePartsOf(microservices, answerTo(subject, 'parts'));
  const days = timesAtOf(answerTo(subject, 'days'));
  const hours = timesAtOf(answerTo(subject, 'hours'));
  const serviceDays = serviceDaysOf(microservices, answerTo(subject, 'serviceDays'));
  const { other } = totals;
  const executed = services.filter(({ executed: runs }) => runs > 0);

  const classes = (facet: ImageClassFacet) => answerClassesOf(answerTo(subject, facet), facet);
  const findings = findingsOf(
    longestServiceFinding(services, 'per-transaction', voice),
    waterfallFinding(totals, voice),
    trendFinding(
      trendOf(
        days.filter(({ n }) => n > 0),
        'day',
      ),
      voice,
    ),
    spreadFinding(totals.p50, totals.p95, voice),
    loadFinding(hours, voice),
    tailFinding(executed, voice),
    otherFinding(totals, voice),
    classFinding(classes('near_class'), voice),
    classFinding(classes('near_aspect'), voice),
    queueFinding(parts, voice),
    sidesFinding(parts, voice),
  );

  const milliseconds = title('ms', 'ms');
  const bins = (name: string, heading: string): FigureTable => ({
    name,
    title: heading,
    note: title(
      'n: transactions; ms; the outermost bins are open',
      'n: transacciones; ms; los extremos están abiertos',
    ),
    questions: [name],
    columns: [head.ms('from'), head.ms('to'), head.count('n')],
    rows: binsOf(answerTo(subject, name))
      .filter(({ n }) => n > 0)
      .map(({ from, to, n }) => [from, to, n]),
  });
  const crossed = (facet: ImageClassFacet): FigureTable => {
    const answers = classes(facet);
    const names = classesOf(answers);
    return {
      name: facet,
      title: title(...CLASS_TITLES[facet]),
      note: title('n: transactions', 'n: transacciones'),
      questions: [facet],
      columns: [
        head.name('answer'),
        head.name('code'),
        ...names.map((name) => head.own(name ?? title('(missing)', '(falta)'), 'count')),
        head.count('all'),
      ],
      rows: answers.map(({ code, description, n, classes: counted }) => [
        description,
        code === null ? null : codeText(code),
        ...names.map((name) => counted.find((one) => one.name === name)?.n ?? 0),
        n,
      ]),
    };
  };

  const tables: readonly FigureTable[] = [
    {
      name: 'totals',
      title: title('Total time', 'Tiempo total'),
      note: title('ms; other: total less all microservices', 'ms; otros: total menos todos los microservicios'),
      questions: ['totals'],
      columns: [
        head.name('figure'),
        head.count('n'),
        ...(['mean', 'deviation', 'minimum', 'p25', 'p50', 'p75', 'p95', 'p99', 'maximum'] as const).map(head.ms),
      ],
      rows: [
        [
          title('total', 'total'),
          totals.n,
          totals.mean,
          totals.deviation,
          totals.minimum,
          totals.p25,
          totals.p50,
          totals.p75,
          totals.p95,
          totals.p99,
          totals.maximum,
        ],
        [
          title('other', 'otros'),
          other.n,
          other.mean,
          null,
          other.minimum,
          null,
          other.p50,
          null,
          other.p95,
          other.p99,
          null,
        ],
      ],
    },
    {
      name: 'services',
      title: title('Time per microservice', 'Tiempo por microservicio'),
      note: title(
        'ms; per transaction, not executed counts 0; share of the mean total',
        'ms; por transacción, no ejecutado cuenta 0; parte del total medio',
      ),
      questions: ['services', 'totals'],
      columns: [
        head.name('microservice'),
        head.ms('per_transaction'),
        head.share('share'),
        head.ms('per_executed'),
        head.count('executed'),
      ],
      rows: [
        ...services.map(({ name, perTransaction, share, perExecuted, executed: runs }) => [
          name,
          perTransaction,
          share,
          perExecuted,
          runs,
        ]),
        [title('other', 'otros'), other.mean, shareOf(other.mean, totals.mean), null, null],
      ],
    },
    {
      name: 'percentiles',
      title: title('Percentiles per microservice', 'Percentiles por microservicio'),
      note: title('ms where executed; no p99 under 1,000 values', 'ms donde se ejecutó; sin p99 con menos de 1.000'),
      questions: ['services'],
      columns: [
        head.name('microservice'),
        head.count('executed'),
        ...(['p5', 'p25', 'p50', 'p75', 'p95', 'p99'] as const).map(head.ms),
      ],
      rows: services.map(({ name, executed: runs, p5, p25, p50, p75, p95, p99 }) => [
        name,
        runs,
        p5,
        p25,
        p50,
        p75,
        p95,
        p99,
      ]),
    },
    {
      name: 'parts',
      title: title('Execution and queue, near and far image', 'Ejecución y cola, imagen cercana y lejana'),
      note: title('mean ms over the transactions that have the part', 'ms medios donde hay esa parte'),
      questions: ['parts'],
      columns: [head.name('microservice'), ...TIME_PARTS.flatMap((part) => [head.ms(part), head.count(`${part}_n`)])],
      rows: parts.map((service) => [
        service.name,
        ...TIME_PARTS.flatMap((part) => [service[part]?.mean ?? null, service[part]?.n ?? null]),
      ]),
    },
    {
      name: 'days',
      title: title('Median and 95th percentile by day', 'Mediana y percentil 95 por día'),
      note: milliseconds,
      questions: ['days'],
      columns: [head.name('day'), head.count('n'), head.ms('p50'), head.ms('p95')],
      rows: days.map(({ day, n, p50, p95 }) => [day, n, p50, p95]),
    },
    {
      name: 'hours',
      title: title('Median and 95th percentile by hour of the day', 'Mediana y percentil 95 por hora del día'),
      note: milliseconds,
      questions: ['hours'],
      columns: [head.of('hour', 'name'), head.count('n'), head.ms('p50'), head.ms('p95')],
      rows: hours.map(({ hour, n, p50, p95 }) => [hour === null ? null : String(hour), n, p50, p95]),
    },
    {
      name: 'serviceDays',
      title: title('Mean time per transaction by day', 'Tiempo medio por transacción y día'),
      note: milliseconds,
      questions: ['serviceDays'],
      columns: [
        head.name('day'),
        head.count('n'),
        ...microservices.map(({ name }) => head.own(name, 'ms')),
        head.ms('other'),
      ],
      rows: serviceDays.map(({ day, n, means }) => [
        day,
        n,
        ...[...microservices.map(({ name }) => name), 'other'].map((name) => means.get(name) ?? null),
      ]),
    },
    bins('spread', title('How the total time is spread', 'Cómo se reparte el tiempo total')),
    bins('otherSpread', title('How other time is spread', 'Cómo se reparte el tiempo de otros')),
    ...IMAGE_CLASS_FACETS.map(crossed),
  ];
  return { findings, tables };
}

const CLASS_TITLES: Readonly<Record<ImageClassFacet, readonly [en: string, es: string]>> = {
  near_class: ['Answers by resolution class, near image', 'Respuestas por clase de resolución, imagen cercana'],
  far_class: ['Answers by resolution class, far image', 'Respuestas por clase de resolución, imagen lejana'],
  near_aspect: ['Answers by aspect ratio, near image', 'Respuestas por relación de aspecto, imagen cercana'],
  far_aspect: ['Answers by aspect ratio, far image', 'Respuestas por relación de aspecto, imagen lejana'],
};

/** Most frequent first, missing last. */
function classesOf(answers: ReturnType<typeof answerClassesOf>): readonly (string | null)[] {
  const counts = new Map<string | null, number>();
  for (const { classes } of answers) for (const { name, n } of classes) counts.set(name, (counts.get(name) ?? 0) + n);
  return [...counts]
    .toSorted(([a, n], [b, m]) => Number(a === null) - Number(b === null) || m - n)
    .map(([name]) => name);
}
