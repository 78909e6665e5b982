import { ANSWER_GROUPS, answerGroups } from '../answer-group.ts';
import { said } from '../finding-voice.ts';
import { distributionOf, gapFiguresOf, type Distribution } from '../quality-answers.ts';
import { QUALITY_MEASURES, type ImageSide, type QualityMeasure } from '../quality-measures.ts';
import { GAP_BINS, GAP_CONDITIONS, gaveUpName } from '../quality-queries.ts';
import { headingsIn, type FigureCell, type FigureTable } from './figure-table.ts';
import { answerTo, type PageSubject } from './page-subject.ts';

/** How the scores of a measure on one image are spread, by the answer to a question about them. */
export function scoreSpread(
  subject: PageSubject,
  measure: QualityMeasure,
  question: string,
  side: ImageSide,
): Distribution {
  const gaveUp = answerTo(subject, gaveUpName(measure, side));
  return distributionOf(measure.axis, answerTo(subject, question), gaveUp, answerGroups(subject.model.responses));
}

/** The spread of every score by what decided the answer, and how far apart near and far scores lie. Empty bins are left out. */
export function scoreTables(subject: PageSubject): readonly FigureTable[] {
  const { voice, model } = subject;
  const { language } = voice;
  const groupOf = answerGroups(model.responses);
  const head = headingsIn(voice);
  const title = (en: string, es: string): string => said(voice, en, es);
  const [first] = QUALITY_MEASURES;
  const bins = (questions: readonly [string, ...string[]], heading: string, spread: Distribution): FigureTable => ({
    name: questions[0],
    title: heading,
    note: title(`n = ${voice.number(spread.n)} images`, `n = ${voice.number(spread.n)} imágenes`),
    questions,
    columns: [
      head.of('from', 'score'),
      head.of('to', 'score'),
      head.count('accepted'),
      head.count('quality'),
      head.count('pad'),
      head.count('other'),
    ],
    rows: spread.edges.slice(0, -1).flatMap((from, bin): (readonly FigureCell[])[] => {
      const counts = ANSWER_GROUPS.map((group) => spread.groups[group][bin] ?? 0);
      return counts.every((n) => n === 0) ? [] : [[from, spread.edges[bin + 1] ?? null, ...counts]];
    }),
  });
  return [
    ...QUALITY_MEASURES.map((measure) =>
      bins(
        // The near scores of the measure that is looked at first are asked for twice.
        measure === first ? [measure.name, 'near'] : [measure.name],
        title(`${measure.label.en} by answer, near image`, `${measure.label.es} por respuesta, imagen cercana`),
        scoreSpread(subject, measure, measure.name, 'near'),
      ),
    ),
    ...(first === undefined
      ? []
      : [
          bins(
            ['far'],
            `${first.label[language]}, ${title('far image', 'imagen lejana')}`,
            scoreSpread(subject, first, 'far', 'far'),
          ),
          bins(
            ['gaps'],
            title(`Near/far distance: ${first.label.en}`, `Distancia cercana/lejana: ${first.label.es}`),
            distributionOf(
              { from: 0, to: first.axis.to - first.axis.from, bins: GAP_BINS },
              answerTo(subject, 'gaps'),
              undefined,
              groupOf,
            ),
          ),
          {
            name: 'gapFigures',
            title: title(`Near/far distance in short: ${first.label.en}`, `Distancia en breve: ${first.label.es}`),
            note: null,
            questions: ['gapFigures'],
            columns: [head.name('answer'), head.count('n'), head.of('p50', 'score'), head.of('p95', 'score')],
            rows: GAP_CONDITIONS.map((where) => {
              const { n, p50, p95 } = gapFiguresOf(answerTo(subject, 'gapFigures'), where);
              return [
                where === 'accepted' ? title('accepted', 'aceptadas') : title('PAD rejects', 'rechazos PAD'),
                n,
                p50,
                p95,
              ];
            }),
          } satisfies FigureTable,
        ]),
  ];
}
