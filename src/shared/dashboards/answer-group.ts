import type { ModelCard } from '../contract/model-card.ts';

/**
 * Answers by what decided them: accepted; refused for the quality of an image; a PAD reject; refused for another reason (no
 * face, an accessory, a failure …) or with a code that the catalogue does not know.
 */
export const ANSWER_GROUPS = ['accepted', 'quality', 'pad', 'other'] as const;
export type AnswerGroup = (typeof ANSWER_GROUPS)[number];

const QUALITY_SERVICE = 'iqa_heuristics';

/** Finds the group of a `summary_code`. */
export function answerGroups(responses: ModelCard['responses']): (code: number | null) => AnswerGroup {
  const groups = new Map(
    responses.map(({ code, outcome, microservice }): [number, AnswerGroup] => {
      if (outcome === 'accepted') return [code, 'accepted'];
      if (outcome === 'attack') return [code, 'pad'];
      return [code, outcome === 'capture' && microservice === QUALITY_SERVICE ? 'quality' : 'other'];
    }),
  );
  return (code) => (code === null ? 'other' : (groups.get(code) ?? 'other'));
}
