import { ANSWER_GROUPS, answerGroups } from '../answer-group.ts';
import { countIn, rowsOf, textIn } from '../block-row.ts';
import { dayText } from '../day-text.ts';
import { codeText } from '../code-text.ts';
import { said } from '../finding-voice.ts';
import {
  coverageOf,
  countsBy,
  distributionOf,
  gapFiguresOf,
  mismatchBy,
  mismatchOutcome,
  padRejectRate,
  qualityRefusalRate,
  totalCounts,
  totalMismatch,
  type KeyedCounts,
} from '../quality-answers.ts';
import {
  coverageFinding,
  gapFinding,
  mismatchByFinding,
  mismatchFinding,
  padClientFinding,
  padDayFinding,
  refusalClientFinding,
  scoreFinding,
} from '../quality-findings.ts';
import { IMAGE_SIDES, QUALITY_MEASURES } from '../quality-measures.ts';
import { gaveUpName } from '../quality-queries.ts';
import { headingsIn, rateCells, type FigureTable } from './figure-table.ts';
import { answerTo, findingsOf, type PageFigures, type PageSubject } from './page-subject.ts';
import { scoreSpread, scoreTables } from './score-tables.ts';

/** The figures of the page about PAD and quality, in the order of its charts. */
export function qualityPageFigures(subject: PageSubject): PageFigures {
  const { voice, model } = subject;
  const { language } = voice;
  const groupOf = answerGroups(model.responses);
  const head = headingsIn(voice);
  const title = (en: string, es: string): string => said(voice, en, es);
  const nameOf = (key: string | null): string => key ?? title('(missing)', '(falta)');
  const descriptions = new Map(model.responses.map(({ code, description }) => [String(code), description]));

  const totals = totalCounts(answerTo(subject, 'answers'), groupOf);
  const clients = countsBy(answerTo(subject, 'clients'), 'client', groupOf).toSorted((a, b) => b.n - a.n);
  const days = countsBy(answerTo(subject, 'days'), 'day', groupOf);
  const mismatch = totalMismatch(answerTo(subject, 'mismatch'));
  const byAspect = mismatchOutcome(answerTo(subject, 'mismatch'), 'same_aspect');
  const byClass = mismatchOutcome(answerTo(subject, 'mismatch'), 'same_class');
  const groups = {
    client: mismatchBy(answerTo(subject, 'mismatchByClient'), 'client').map((one) => ({
      ...one,
      label: nameOf(one.key),
    })),
    answer: mismatchBy(answerTo(subject, 'mismatchByAnswer'), 'code').map((one) => ({
      ...one,
      label: one.key === null ? nameOf(null) : (descriptions.get(one.key) ?? one.key),
    })),
    day: mismatchBy(answerTo(subject, 'mismatchByDay'), 'day').map((one) => ({ ...one, label: nameOf(one.key) })),
  };
  const coverage = coverageOf(answerTo(subject, 'answers'), groupOf);
  const [first] = QUALITY_MEASURES;
  const findings = findingsOf(
    padClientFinding(clients, voice),
    padDayFinding(days, (day) => dayText(day, language, 'short'), voice),
    first === undefined
      ? null
      : scoreFinding(
          first,
          scoreSpread(subject, first, 'near', 'near'),
          limitsOf(model.thresholds, first.threshold),
          voice,
        ),
    first === undefined
      ? null
      : gapFinding(
          first,
          gapFiguresOf(answerTo(subject, 'gapFigures'), 'accepted'),
          gapFiguresOf(answerTo(subject, 'gapFigures'), 'pad-reject'),
          voice,
        ),
    mismatchFinding(mismatch, byAspect, voice),
    mismatchByFinding(groups.client, voice),
    mismatchByFinding(groups.answer, voice),
    refusalClientFinding(clients, voice),
    coverageFinding(coverage, voice),
  );

  const reached = title('transactions that reached PAD', 'transacciones que llegaron al PAD');
  const known = title('transactions whose sizes are known', 'transacciones de tamaños conocidos');
  const rates = [
    [title('PAD reject rate', 'Tasa de rechazo PAD'), reached, padRejectRate(totals)],
    [
      title('Refused for quality', 'Rechazadas por calidad'),
      title('transactions', 'transacciones'),
      qualityRefusalRate(totals),
    ],
    [title('Aspect ratio differs', 'Relación de aspecto distinta'), known, mismatch.aspect],
    [title('Resolution class differs', 'Clase de resolución distinta'), known, mismatch.resolution],
    [title('PAD rejects, aspect alike', 'Rechazos PAD, mismo aspecto'), reached, padRejectRate(byAspect.same)],
    [title('PAD rejects, aspect differs', 'Rechazos PAD, distinto aspecto'), reached, padRejectRate(byAspect.differs)],
    [title('PAD rejects, class alike', 'Rechazos PAD, misma clase'), reached, padRejectRate(byClass.same)],
    [title('PAD rejects, class differs', 'Rechazos PAD, distinta clase'), reached, padRejectRate(byClass.differs)],
  ] as const;

  const counted = (
    name: 'clients' | 'days',
    heading: string,
    by: 'client' | 'day',
    rows: readonly KeyedCounts[],
  ): FigureTable => ({
    name,
    title: heading,
    note: title('n: transactions', 'n: transacciones'),
    questions: [name],
    columns: [
      head.name(by),
      head.count('n'),
      head.count('reached_pad'),
      head.count('pad_rejects'),
      ...head.rate('pad_reject_rate'),
      head.count('refused'),
      ...head.rate('quality_rate'),
    ],
    rows: rows.map((row) => [
      nameOf(row.key),
      row.n,
      row.reached,
      row.rejected,
      ...rateCells(padRejectRate(row)),
      row.refused,
      ...rateCells(qualityRefusalRate(row)),
    ]),
  });
  const differing = (question: string, heading: string, by: 'client' | 'answer' | 'day'): FigureTable => ({
    name: question,
    title: heading,
    note: title('share of transactions whose sizes are known', 'parte de las transacciones de tamaños conocidos'),
    questions: [question],
    columns: [head.name(by), head.count('known'), ...head.rate('aspect'), ...head.rate('resolution')],
    rows: groups[by].map(({ label, aspect, resolution }) => [
      label,
      aspect.n,
      ...rateCells(aspect),
      ...rateCells(resolution),
    ]),
  });
  const pairs = (question: 'classPairs' | 'aspectPairs', heading: string): FigureTable => {
    const [near, far] = question === 'classPairs' ? ['near_class', 'far_class'] : ['near_aspect', 'far_aspect'];
    return {
      name: question,
      title: heading,
      note: title('n: transactions', 'n: transacciones'),
      questions: [question],
      columns: [head.name('near'), head.name('far'), head.count('n')],
      rows: rowsOf(answerTo(subject, question)).map((row) => [
        nameOf(textIn(row, near ?? '')),
        nameOf(textIn(row, far ?? '')),
        countIn(row, 'n'),
      ]),
    };
  };
  const tables: readonly FigureTable[] = [
    {
      name: 'rates',
      title: title('Rates', 'Tasas'),
      note: title(
        'with Wilson 95% intervals; no APCER or BPCER: the log holds no ground truth',
        'con intervalos de Wilson al 95 %; sin APCER ni BPCER: el registro no dice la verdad',
      ),
      questions: ['answers', 'mismatch'],
      columns: [head.name('figure'), head.name('of'), head.count('n'), head.count('k'), ...head.rate('rate')],
      rows: rates.map(([figure, unit, rate]) => [figure, unit, rate.n, rate.k, ...rateCells(rate)]),
    },
    {
      name: 'answers',
      title: title('Answers', 'Respuestas'),
      note: title('n: transactions', 'n: transacciones'),
      questions: ['answers'],
      columns: [
        head.name('answer'),
        head.name('code'),
        head.count('n'),
        head.count('accepted'),
        head.count('reached_pad'),
        head.count('pad_rejects'),
      ],
      rows: rowsOf(answerTo(subject, 'answers'))
        .toSorted((a, b) => countIn(b, 'n') - countIn(a, 'n'))
        .map((row) => {
          const code = textIn(row, 'code');
          return [
            code === null ? null : (descriptions.get(code) ?? null),
            code === null ? null : codeText(Number(code)),
            countIn(row, 'n'),
            countIn(row, 'accepted'),
            countIn(row, 'reached'),
            countIn(row, 'rejected'),
          ];
        }),
    },
    counted(
      'clients',
      title('PAD rejects and refusals for quality by client', 'PAD y calidad por cliente'),
      'client',
      clients,
    ),
    counted('days', title('PAD rejects and refusals for quality by day', 'PAD y calidad por día'), 'day', days),
    differing(
      'mismatchByClient',
      title('Near and far image differ, by client', 'Imágenes que difieren, por cliente'),
      'client',
    ),
    differing(
      'mismatchByAnswer',
      title('Near and far image differ, by answer', 'Imágenes que difieren, por respuesta'),
      'answer',
    ),
    differing('mismatchByDay', title('Near and far image differ, by day', 'Imágenes que difieren, por día'), 'day'),
    pairs('classPairs', title('Resolution class: near against far', 'Clase de resolución: cercana y lejana')),
    pairs('aspectPairs', title('Aspect ratio: near against far', 'Relación de aspecto: cercana y lejana')),
    {
      name: 'coverage',
      title: title('Images that have a score', 'Imágenes con puntaje'),
      note: title('without one, by what decided the answer', 'sin puntaje, según qué decidió la respuesta'),
      questions: [
        'answers',
        ...QUALITY_MEASURES.flatMap((measure) =>
          measure.gaveUp === null ? [] : IMAGE_SIDES.map((side) => gaveUpName(measure, side)),
        ),
      ],
      columns: [
        head.name('measure'),
        head.name('image'),
        head.count('judged'),
        head.count('gave_up'),
        head.count('accepted'),
        head.count('quality'),
        head.count('pad'),
        head.count('other'),
      ],
      rows: coverage.map(({ measure, side, judged, notJudged }) => {
        const { gaveUp } = distributionOf(
          measure.axis,
          undefined,
          answerTo(subject, gaveUpName(measure, side)),
          groupOf,
        );
        return [
          measure.label[language],
          side === 'near' ? title('near', 'cercana') : title('far', 'lejana'),
          judged - gaveUp,
          gaveUp,
          ...ANSWER_GROUPS.map((group) => notJudged[group]),
        ];
      }),
    },
    ...scoreTables(subject),
  ];
  return { findings, tables };
}

function limitsOf(
  thresholds: PageSubject['model']['thresholds'],
  name: string,
): { readonly least: number | null; readonly most: number | null } {
  const { least = null, most = null } = thresholds.find((threshold) => threshold.name === name) ?? {};
  return { least, most };
}
