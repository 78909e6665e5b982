/** Zones that a person can choose from: UTC, the computer's own, whole and half hours of offset, then by place. */
export function zoneChoices(
  own: string = new Intl.DateTimeFormat().resolvedOptions().timeZone,
): readonly { readonly group: 'usual' | 'offset' | 'place'; readonly zones: readonly string[] }[] {
  const places = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');
  const usual = own === 'UTC' || !places.includes(own) ? ['UTC'] : ['UTC', own];
  return [
    { group: 'usual', zones: usual },
    { group: 'offset', zones: offsets() },
    { group: 'place', zones: places.filter((zone) => !usual.includes(zone)) },
  ];
}

function offsets(): string[] {
  const hours = Array.from({ length: 27 }, (_, index) => index - 12).filter((hour) => hour !== 0);
  const half = [
    [-9, 30],
    [-3, 30],
    [3, 30],
    [4, 30],
    [5, 30],
    [5, 45],
    [6, 30],
    [9, 30],
  ] as const;
  const minutes = [
    ...hours.map((hour) => hour * 60),
    ...half.map(([hour, more]) => hour * 60 + Math.sign(hour) * more),
  ];
  return minutes.toSorted((left, right) => left - right).map(offsetText);
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
