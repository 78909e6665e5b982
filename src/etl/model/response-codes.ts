import { z } from 'zod';
import catalogue from '../../../resources/response-codes.json' with { type: 'json' };

/** What an answer means: the image may go on (`pass`), the person should try again (`capture`), the service failed (`system`), an attack is suspected (`attack`) or the person was accepted. */
export const RESPONSE_OUTCOMES = ['pass', 'capture', 'system', 'attack', 'accepted'] as const;
export type ResponseOutcome = (typeof RESPONSE_OUTCOMES)[number];

const responseCodeSchema = z.object({
  /** As the log carries it; a CSV drops the leading zero of the four-digit form. */
  code: z.int().min(0).max(9999),
  microservice: z.string(),
  stage: z.string(),
  description: z.string(),
  outcome: z.enum(RESPONSE_OUTCOMES),
  message: z.object({ en: z.string(), es: z.string() }),
});
/** One answer that the API can give. */
export type ResponseCode = z.infer<typeof responseCodeSchema>;

/** The catalogue of answers, by code. */
export const RESPONSE_CODES: readonly ResponseCode[] = z.array(responseCodeSchema).parse(catalogue);

const BY_CODE = new Map(RESPONSE_CODES.map((response) => [response.code, response]));

/** The catalogue's entry for a `summary_code`, or `undefined` for a code that it does not know. */
export function responseByCode(code: number): ResponseCode | undefined {
  return BY_CODE.get(code);
}
