import type { LocalizedText } from '../../shared/language.ts';

/** What an answer means: the image may go on (`pass`), the person should try again (`capture`), the service failed (`system`), an attack is suspected (`attack`) or the person was accepted. */
export type ResponseOutcome = 'pass' | 'capture' | 'system' | 'attack' | 'accepted';

/** One answer that the API can give. `code` is the number that the log carries (a CSV drops the leading zero of the four-digit form). */
export interface ResponseCode {
  readonly code: number;
  readonly microservice: string;
  readonly stage: string;
  readonly description: string;
  readonly outcome: ResponseOutcome;
  readonly message: LocalizedText;
}

function answer(
  code: number,
  microservice: string,
  stage: string,
  description: string,
  outcome: ResponseOutcome,
  en: string,
  es: string,
): ResponseCode {
  return { code, microservice, stage, description, outcome, message: { en, es } };
}

/** The catalogue of answers, by code. */
export const RESPONSE_CODES: readonly ResponseCode[] = [
  answer(0, 'integrity_dims', 'document integrity', 'acceptable image', 'pass', 'The image file is usable', 'La imagen es utilizable'),
  answer(1, 'integrity_dims', 'document integrity', 'image not found', 'capture', 'No image was received', 'No se recibió la imagen'),
  answer(2, 'integrity_dims', 'document integrity', 'extension not allowed', 'capture', 'The image format is not accepted', 'El formato de imagen no se acepta'),
  answer(3, 'integrity_dims', 'document integrity', 'corrupted image', 'capture', 'The image file is damaged', 'El archivo de imagen está dañado'),
  answer(4, 'integrity_dims', 'document integrity', 'image orientation error', 'system', 'The image could not be rotated upright', 'No se pudo enderezar la imagen'),
  answer(5, 'integrity_dims', 'document integrity', 'small image dimensions', 'capture', 'The image is too small', 'La imagen es demasiado pequeña'),
  answer(6, 'integrity_dims', 'document integrity', 'image resize error', 'system', 'The image could not be resized', 'No se pudo redimensionar la imagen'),
  answer(7, 'integrity_dims', 'document integrity', 'image conversion error', 'system', 'The image could not be converted', 'No se pudo convertir la imagen'),
  answer(100, 'face_detector', 'face detection', 'acceptable face', 'pass', 'One face was found', 'Se encontró un rostro'),
  answer(101, 'face_detector', 'face detection', 'internal error', 'system', 'Face detection failed internally', 'Falló internamente la detección de rostro'),
  answer(102, 'face_detector', 'face detection', 'face not found', 'capture', 'No face was found', 'No se encontró ningún rostro'),
  answer(103, 'face_detector', 'face detection', 'multiple faces', 'capture', 'More than one face is visible', 'Se ve más de un rostro'),
  answer(200, 'accessory_detector', 'accessory detection', 'clean face', 'pass', 'Nothing covers the face', 'Nada cubre el rostro'),
  answer(201, 'accessory_detector', 'accessory detection', 'internal error', 'system', 'Accessory detection failed internally', 'Falló internamente la detección de accesorios'),
  answer(202, 'accessory_detector', 'accessory detection', 'hand', 'capture', 'A hand covers the face', 'Una mano cubre el rostro'),
  answer(203, 'accessory_detector', 'accessory detection', 'hat', 'capture', 'A hat covers the face', 'Un sombrero cubre el rostro'),
  answer(204, 'accessory_detector', 'accessory detection', 'face mask', 'capture', 'A face mask covers the face', 'Un tapabocas cubre el rostro'),
  answer(205, 'accessory_detector', 'accessory detection', 'sunglasses', 'capture', 'Sunglasses cover the eyes', 'Unas gafas de sol cubren los ojos'),
  answer(300, 'iqa_heuristics', 'image quality', 'acceptable quality', 'pass', 'The image quality is sufficient', 'La calidad de la imagen es suficiente'),
  answer(301, 'iqa_heuristics', 'image quality', 'internal error', 'system', 'Quality assessment failed internally', 'Falló internamente la evaluación de calidad'),
  answer(302, 'iqa_heuristics', 'image quality', 'blur/haze', 'capture', 'The image is blurred or hazy', 'La imagen está borrosa o velada'),
  answer(303, 'iqa_heuristics', 'image quality', 'bad color', 'capture', 'The image lacks colour', 'La imagen carece de color'),
  answer(304, 'iqa_heuristics', 'image quality', 'bad lights', 'capture', 'The image is too dark or too bright', 'La imagen es muy oscura o muy brillante'),
  answer(305, 'iqa_heuristics', 'image quality', 'bad exposure / contrast', 'capture', 'Exposure or contrast is poor', 'Exposición o contraste deficientes'),
  answer(306, 'iqa_heuristics', 'image quality', 'image not sharp', 'capture', 'The image is not sharp', 'La imagen no es nítida'),
  answer(400, 'icao', 'ICAO portrait rules', 'acceptable face', 'pass', 'The portrait meets the ICAO rules', 'El retrato cumple las reglas ICAO'),
  answer(401, 'icao', 'ICAO portrait rules', 'internal error', 'system', 'The portrait check failed internally', 'Falló internamente la validación del retrato'),
  answer(402, 'icao', 'ICAO portrait rules', 'face is not centered', 'capture', 'The face is off centre', 'El rostro no está centrado'),
  answer(403, 'icao', 'ICAO portrait rules', 'distant face', 'capture', 'The face is too far away', 'El rostro está demasiado lejos'),
  answer(404, 'icao', 'ICAO portrait rules', 'width ratio validation', 'capture', 'The face is too narrow in the frame', 'El rostro ocupa poco ancho'),
  answer(405, 'icao', 'ICAO portrait rules', 'height ratio validation', 'capture', 'The face is too short in the frame', 'El rostro ocupa poca altura'),
  answer(406, 'icao', 'ICAO portrait rules', 'non-frontal', 'capture', 'The person does not face the camera', 'La persona no mira de frente'),
  answer(407, 'icao', 'ICAO portrait rules', 'eyes closed', 'capture', 'The eyes are closed', 'Los ojos están cerrados'),
  answer(408, 'icao', 'ICAO portrait rules', 'open mouth', 'capture', 'The mouth is open', 'La boca está abierta'),
  answer(409, 'icao', 'ICAO portrait rules', 'pupil distance', 'capture', 'The pupils are too close together in the frame', 'La distancia entre pupilas es pequeña'),
  answer(410, 'icao', 'ICAO portrait rules', 'asimetric lighting / hots spots', 'capture', 'The light on the face is uneven', 'La luz sobre el rostro es desigual'),
  answer(411, 'icao', 'ICAO portrait rules', 'bad dynamic range', 'capture', 'The tonal range is poor', 'El rango tonal es deficiente'),
  answer(412, 'icao', 'ICAO portrait rules', 'face too close', 'capture', 'The face is too close', 'El rostro está demasiado cerca'),
  answer(414, 'icao', 'ICAO portrait rules', 'face occluded by objects', 'capture', 'An object covers the face', 'Un objeto cubre el rostro'),
  answer(415, 'icao', 'ICAO portrait rules', 'looking away', 'capture', 'The person looks away', 'La persona mira hacia otro lado'),
  answer(416, 'icao', 'ICAO portrait rules', 'non-uniform background', 'capture', 'The background is busy', 'El fondo no es uniforme'),
  answer(417, 'icao', 'ICAO portrait rules', 'red eyes', 'capture', 'The eyes are red', 'Los ojos salen rojos'),
  answer(1400, 'as_heuristics', 'presentation attack detection', 'antispoofing OK', 'accepted', 'A real person was present', 'Se confirmó una persona real'),
  answer(1401, 'as_heuristics', 'presentation attack detection', 'internal error', 'system', 'Attack detection failed internally', 'Falló internamente la detección de ataques'),
  answer(1402, 'as_heuristics', 'presentation attack detection', 'spoof image', 'attack', 'A presentation attack was detected', 'Se detectó un ataque de presentación'),
  answer(1403, 'as_heuristics', 'presentation attack detection', 'non conculsive', 'attack', 'The attack detection could not decide', 'La detección de ataques no pudo decidir'),
  answer(2000, 'database_manager', 'persistence', 'db OK', 'pass', 'The result was stored', 'El resultado se guardó'),
  answer(2001, 'database_manager', 'persistence', 'internal error', 'system', 'The result could not be stored', 'El resultado no se pudo guardar'),
  answer(3000, 'geometry_check', 'near/far geometry', 'geometry OK', 'pass', 'Near and far image fit one real face', 'La imagen cercana y la lejana son de un mismo rostro real'),
  answer(3001, 'geometry_check', 'near/far geometry', 'internal error', 'system', 'The geometry check failed internally', 'Falló internamente la validación de geometría'),
  answer(3002, 'geometry_check', 'near/far geometry', 'geometry fail', 'attack', 'Near and far image do not fit one real face', 'La imagen cercana y la lejana no concuerdan'),
];

const BY_CODE = new Map(RESPONSE_CODES.map((response) => [response.code, response]));

/** The catalogue's entry for a `summary_code`, or `undefined` for a code that it does not know. */
export function responseByCode(code: number): ResponseCode | undefined {
  return BY_CODE.get(code);
}
