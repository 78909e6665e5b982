type Triple = readonly [number, number, number];

/** What each kind of colour vision makes of linear red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1). */
const VISIONS: readonly (readonly [Triple, Triple, Triple])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
];

const times = (row: Triple, [x, y, z]: Triple): number => row[0] * x + row[1] * y + row[2] * z;
const within = (value: number): number => Math.min(1, Math.max(0, value));

function linear(hex: string): Triple {
  const channel = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Ottosson's OKLab, in which equal distances look alike. */
function oklab(rgb: Triple): Triple {
  const cones: Triple = [
    Math.cbrt(times([0.4122214708, 0.5363325363, 0.0514459929], rgb)),
    Math.cbrt(times([0.2119034982, 0.6806995451, 0.1073969566], rgb)),
    Math.cbrt(times([0.0883024619, 0.2817188376, 0.6299787005], rgb)),
  ];
  return [
    times([0.2104542553, 0.793617785, -0.0040720468], cones),
    times([1.9779984951, -2.428592205, 0.4505937099], cones),
    times([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

/** Contrast of two colours after WCAG 2. */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => times([0.2126, 0.7152, 0.0722], linear(hex)) + 0.05;
  const [a, b] = [luminance(one), luminance(other)];
  return Math.max(a, b) / Math.min(a, b);
}

/** The least distance in OKLab between any two of the colours, for trichromats, protanopes and deuteranopes. */
export function leastDifference(colours: readonly string[]): number {
  const seen = colours.map((hex) =>
    VISIONS.map((rows) =>
      oklab([
        within(times(rows[0], linear(hex))),
        within(times(rows[1], linear(hex))),
        within(times(rows[2], linear(hex))),
      ]),
    ),
  );
  const distances = seen.flatMap((one, index) =>
    seen
      .slice(index + 1)
      .map((other) =>
        Math.min(
          ...one.map((lab, vision) => Math.hypot(...lab.map((value, axis) => value - (other[vision]?.[axis] ?? 0)))),
        ),
      ),
  );
  return Math.min(...distances);
}
