import { RESPONSE_CODES, type ResponseCode } from '../model/response-codes.ts';

/** Where in the serial pipeline a transaction ended. */
export type Stage = 'accessory' | 'face' | 'quality' | 'geometry' | 'attack' | 'failure' | 'accepted';

/** A final answer, as the log writes it. */
export interface SampleAnswer {
  readonly code: number;
  readonly description: string;
  readonly status: 'ok' | 'error';
  readonly httpCode: number;
  readonly stage: Stage;
  /** The service that gave the answer. */
  readonly microservice: string;
}

/** The log's own word where it differs from the catalogue's. */
const LOGGED_DESCRIPTIONS: Readonly<Record<number, string>> = { 305: 'bad exposure' };

const STAGES: Readonly<Record<string, Stage>> = {
  accessory_detector: 'accessory',
  face_detector: 'face',
  icao: 'face',
  iqa_heuristics: 'quality',
  geometry_check: 'geometry',
  as_heuristics: 'attack',
};

function stageOf({ outcome, microservice }: ResponseCode): Stage {
  if (outcome === 'accepted') return 'accepted';
  if (outcome === 'system') return 'failure';
  const stage = STAGES[microservice];
  if (stage === undefined) throw new Error(`${microservice} ends no transaction of a sample`);
  return stage;
}

/** The final answer with this code of the catalogue. */
export function sampleAnswer(code: number): SampleAnswer {
  const response = RESPONSE_CODES.find((entry) => entry.code === code);
  if (response === undefined) throw new Error(`the catalogue has no answer ${code}`);
  return {
    code,
    description: LOGGED_DESCRIPTIONS[code] ?? response.description,
    status: response.outcome === 'accepted' ? 'ok' : 'error',
    httpCode: response.outcome === 'system' ? 500 : 200,
    stage: stageOf(response),
    microservice: response.microservice,
  };
}
